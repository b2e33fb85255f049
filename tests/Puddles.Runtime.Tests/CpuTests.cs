using Puddles.Processors;

namespace Puddles.Runtime.Tests;

public sealed class CpuTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 0 })]
    [InlineData(5, new[] { 2, 0, 2 })]
    [InlineData(1L << 40, new[] { 40 })]
    [InlineData(long.MinValue, new[] { 63 })]
    public void A_mask_has_a_bit_for_each_core(long expected, int[] cores) => Assert.Equal((nint)expected, Cpu.Mask(cores));

    [Theory]
    [InlineData(-1)]
    [InlineData(64)]
    public void A_mask_has_no_bit_for_other_numbers(int core) => Assert.Throws<ArgumentOutOfRangeException>(() => Cpu.Mask(core));

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-2,5,7-8", new[] { 8, 7, 5, 2, 1, 0, 0 })]
    public void Cores_are_named_in_runs(string expected, int[] cores) => Assert.Equal(expected, new CoreSet(cores).ToString());

    [Fact]
    public void Cores_are_some_of_the_machines()
    {
        int[] cores = Cpu.GetCores();

        Assert.NotEmpty(cores);
        Assert.Equal(cores.Order().Distinct(), cores);
    }
}
