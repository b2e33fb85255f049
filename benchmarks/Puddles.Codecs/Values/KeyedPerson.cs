using MemoryPack;
using MessagePack;

namespace Benchmarks;

/// <summary>The same record in MessagePack-CSharp's densest form: an array, by numbered keys.</summary>
[MemoryPackable]
[MessagePackObject]
public sealed partial record KeyedPerson(
    [property: Key(0)] int Id,
    [property: Key(1)] string Name,
    [property: Key(2)] double Score,
    [property: Key(3)] long Balance,
    [property: Key(4)] bool IsActive,
    [property: Key(5)] string? Note)
{
    public static KeyedPerson Make(int id) => new(id, $"person {id}", id / 3.0, id * 1_000_000L, id % 2 == 0, id % 3 == 0 ? null : $"note {id}");
}
