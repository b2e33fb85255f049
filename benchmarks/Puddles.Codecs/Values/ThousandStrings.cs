using Puddles;

namespace Benchmarks;

public class ThousandStrings : Comparison<Dictionary<string, string>>
{
    protected override Dictionary<string, string> Value => Enumerable.Range(0, 1000).ToDictionary(number => $"key {number}", number => $"value {number}");

    protected override PuddleUnit<Dictionary<string, string>> UnitOf(Dictionary<string, string> value) => Tasks.UnitOf(value);
}
