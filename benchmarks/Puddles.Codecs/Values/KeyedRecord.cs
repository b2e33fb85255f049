using Puddles;

namespace Benchmarks;

public class KeyedRecord : Comparison<KeyedPerson>
{
    protected override KeyedPerson Value => KeyedPerson.Make(7);

    protected override PuddleUnit<KeyedPerson> UnitOf(KeyedPerson value) => Tasks.UnitOf(value);
}
