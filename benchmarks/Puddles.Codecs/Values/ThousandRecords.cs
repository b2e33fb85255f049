using MessagePack;
using MessagePack.Resolvers;
using Puddles;

namespace Benchmarks;

public class ThousandRecords : Comparison<List<Person>>
{
    protected override List<Person> Value => [.. Enumerable.Range(0, 1000).Select(Person.Make)];

    protected override MessagePackSerializerOptions Options => ContractlessStandardResolver.Options;

    protected override PuddleUnit<List<Person>> UnitOf(List<Person> value) => Tasks.UnitOf(value);
}
