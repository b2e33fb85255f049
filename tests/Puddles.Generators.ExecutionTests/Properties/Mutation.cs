using CsCheck;

namespace Puddles.Generators.ExecutionTests;

/// <summary>One change to the bytes of a payload.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Position">Where, to be taken modulo the length.</param>
/// <param name="Value">By what.</param>
internal sealed record Mutation(int Kind, int Position, byte Value)
{
    private const int Kinds = 6;

    public static Gen<Mutation> All { get; } = Gen.Select(Gen.Int[0, Kinds - 1], Gen.Int[0, int.MaxValue], Gen.Byte, (kind, position, value) => new Mutation(kind, position, value));

    public byte[] Apply(byte[] bytes)
    {
        int at = bytes.Length == 0 ? 0 : Position % bytes.Length;
        byte[] before = bytes[..at];
        byte[] after = bytes[Math.Min(at + 1, bytes.Length)..];
        return Kind switch
        {
            0 => [.. before, Value, .. after],
            1 => [.. before, Value, .. bytes[at..]],
            2 => [.. before, .. after],
            3 => before,
            // The longest array, map or text that can be announced.
            4 => [.. before, (byte)(0xDB + (Value % 3 * 2)), 0x7F, 0xFF, 0xFF, Value, .. after],
            _ => [.. bytes, .. bytes[at..]],
        };
    }
}
