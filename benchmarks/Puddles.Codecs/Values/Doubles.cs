using Puddles;

namespace Benchmarks;

public class Doubles : Comparison<double[]>
{
    protected override double[] Value => [.. Enumerable.Range(0, 100_000).Select(number => number / 3.0)];

    protected override PuddleUnit<double[]> UnitOf(double[] value) => Tasks.UnitOf(value);
}
