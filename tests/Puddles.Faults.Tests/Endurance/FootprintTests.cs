using System.Globalization;
using Puddles.Faults.Tests.Support;

namespace Puddles.Faults.Tests.Endurance;

/// <summary>What a pool holds after much has happened is what it held before.</summary>
public sealed class FootprintTests : IDisposable
{
    private const int Slack = 12;
    private const long Megabyte = 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly HostProgram _host = HostProgram.Start("commanded");

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_thousand_crashes_in_a_row_leave_nothing()
    {
        await DoAsync("crash 20", "20");
        Footprint before = await RestAsync();

        await DoAsync("crash 1000", "1000");

        AssertSame(before, await RestAsync());
        await DoAsync("call 1000", "1000");
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_million_calls_leave_nothing()
    {
        await DoAsync("call 50000", "50000");
        Footprint before = await RestAsync();
        long managed = await ManagedAsync();

        await DoAsync("call 1000000", "1000000");

        AssertSame(before, await RestAsync());
        Assert.InRange(await ManagedAsync() - managed, long.MinValue, 4 * Megabyte);
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_token_for_a_hundred_thousand_calls_keeps_none_of_them()
    {
        string first = await _host.DoAsync("token 20000", Limit);
        string second = await _host.DoAsync("token 100000", Limit);

        Assert.StartsWith("20000 ", first, StringComparison.Ordinal);
        Assert.StartsWith("100000 ", second, StringComparison.Ordinal);
        Assert.InRange(Number(second) - Number(first), long.MinValue, 4 * Megabyte);
    }

    [Fact]
    public async Task Cancelling_races_completion_ten_thousand_times_and_each_call_settles()
    {
        await DoAsync("call 100", "100");

        Assert.Equal("10000 both", await _host.DoAsync("race 10000", Limit));

        await DoAsync("call 100", "100");
        await AssertNothingLeftAsync();
    }

    private async Task DoAsync(string command, string expected) => Assert.Equal(expected, await _host.DoAsync(command, Limit));

    /// <summary>What it holds when nothing happens any more.</summary>
    private async Task<Footprint> RestAsync()
    {
        await DoAsync("recycle 0", "done");
        await ManagedAsync();
        return Footprint.Of(_host.Process.Id);
    }

    private async Task<long> ManagedAsync() => Number(await _host.DoAsync("memory 0", Limit));

    private static void AssertSame(Footprint before, Footprint after)
    {
        Assert.InRange(after.Descriptors, 0, before.Descriptors + Slack);
        Assert.InRange(after.Threads, 0, before.Threads + Slack);
        Assert.InRange(after.Children, 0, before.Children);
        Assert.InRange(after.ResidentBytes, 0, before.ResidentBytes + (64 * Megabyte));
    }

    private async Task AssertNothingLeftAsync()
    {
        await DoAsync("dispose 0", "done");
        Assert.Equal([_host.Process.Id], _host.All());
        Assert.Equal(0, Footprint.Of(_host.Process.Id).Children);

        // What the runtime itself made for this one process, for debuggers, goes when it ends.
        _host.Process.StandardInput.Close();
        await _host.Process.WaitForExitAsync().OrHang();
        Assert.Empty(_host.Litter());
    }

    private static long Number(string text) => long.Parse(text.Split(' ')[^1], CultureInfo.InvariantCulture);
}
