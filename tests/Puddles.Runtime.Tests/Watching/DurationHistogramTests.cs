using Puddles.Watching;

namespace Puddles.Runtime.Tests.Watching;

public sealed class DurationHistogramTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(1_000.0)]
    [InlineData(1_000_000_000.0)]
    public void Percentiles_are_off_by_a_thirtysecond_at_most(double scale)
    {
        var random = new Random(7);
        long[] values = [.. Enumerable.Range(0, 10_000).Select(_ => 1000 + (long)(Math.Pow(random.NextDouble(), 4) * 1000 * scale))];
        var histogram = new DurationHistogram();
        Array.ForEach(values, histogram.Add);
        Array.Sort(values);

        DurationPercentiles actual = histogram.Percentiles();

        Assert.Equal(values.Length, actual.Count);
        AssertNear(values[4999], actual.P50);
        AssertNear(values[8999], actual.P90);
        AssertNear(values[9899], actual.P99);
    }

    [Fact]
    public void Any_duration_has_a_place()
    {
        var histogram = new DurationHistogram();

        histogram.Add(-1);
        histogram.Add(0);
        histogram.Add(long.MaxValue);

        Assert.Equal(3, histogram.Percentiles().Count);
        Assert.Equal(TimeSpan.Zero, histogram.Percentiles().P50);
        AssertNear(long.MaxValue, histogram.Percentiles().P99);
    }

    [Fact]
    public void Where_nothing_is_counted_all_is_zero() => Assert.Equal(new DurationPercentiles(), new DurationHistogram().Percentiles());

    private static void AssertNear(long nanoseconds, TimeSpan actual) =>
        Assert.InRange(actual.TotalNanoseconds, (nanoseconds * 31.0 / 32) - 100, (nanoseconds * 33.0 / 32) + 100);
}
