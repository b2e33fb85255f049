using MemoryPack;

namespace Benchmarks;

/// <summary>A record with no attribute but MemoryPack's, which cannot do without: MessagePack-CSharp takes its contractless resolver for it.</summary>
[MemoryPackable]
public sealed partial record Person(int Id, string Name, double Score, long Balance, bool IsActive, string? Note)
{
    public static Person Make(int id) => new(id, $"person {id}", id / 3.0, id * 1_000_000L, id % 2 == 0, id % 3 == 0 ? null : $"note {id}");
}
