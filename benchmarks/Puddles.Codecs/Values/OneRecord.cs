using MessagePack;
using MessagePack.Resolvers;
using Puddles;

namespace Benchmarks;

public class OneRecord : Comparison<Person>
{
    protected override Person Value => Person.Make(7);

    protected override MessagePackSerializerOptions Options => ContractlessStandardResolver.Options;

    protected override PuddleUnit<Person> UnitOf(Person value) => Tasks.UnitOf(value);
}
