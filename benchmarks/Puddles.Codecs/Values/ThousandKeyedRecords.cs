using Puddles;

namespace Benchmarks;

public class ThousandKeyedRecords : Comparison<List<KeyedPerson>>
{
    protected override List<KeyedPerson> Value => [.. Enumerable.Range(0, 1000).Select(KeyedPerson.Make)];

    protected override PuddleUnit<List<KeyedPerson>> UnitOf(List<KeyedPerson> value) => Tasks.UnitOf(value);
}
