using System.Runtime.InteropServices;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives back arrays that are copied as memory, and some that look as if they could be.</summary>
public static class EchoBlocks
{
    [PuddleTask] public static bool[] Of(bool[] x) => x;
    [PuddleTask] public static List<bool> Of(List<bool> x) => x;
    [PuddleTask] public static Tiny[] Of(Tiny[] x) => x;
    [PuddleTask] public static Wide[] Of(Wide[] x) => x;
    [PuddleTask] public static Memory<DayOfWeek> Of(Memory<DayOfWeek> x) => x;
    [PuddleTask] public static Guid[] Of(Guid[] x) => x;
    [PuddleTask] public static HashSet<Guid> Of(HashSet<Guid> x) => x;
    [PuddleTask] public static ArraySegment<char> Of(ArraySegment<char> x) => x;
    [PuddleTask] public static Spot[] Of(Spot[] x) => x;
    [PuddleTask] public static ReadOnlyMemory<Spot> Of(ReadOnlyMemory<Spot> x) => x;
    [PuddleTask] public static Spot[,] Of(Spot[,] x) => x;
    [PuddleTask] public static List<Flagged> Of(List<Flagged> x) => x;
    [PuddleTask] public static Both<Spot, long>[] Of(Both<Spot, long>[] x) => x;
    [PuddleTask] public static Packed[] Of(Packed[] x) => x;
    [PuddleTask] public static Gappy[] Of(Gappy[] x) => x;
    [PuddleTask] public static Turned[] Of(Turned[] x) => x;
    [PuddleTask] public static Percent[] Of(Percent[] x) => x;
    [PuddleTask] public static Checked[] Of(Checked[] x) => x;
    [PuddleTask] public static Named[] Of(Named[] x) => x;
    [PuddleTask] public static bool?[] Of(bool?[] x) => x;
    [PuddleTask] public static Spot?[] Of(Spot?[] x) => x;
}

/// <summary>The usual case: a block.</summary>
public readonly record struct Spot(double X, double Y);

/// <summary>Fields of every width, with bools among them, and no gap: a block of 16 bytes.</summary>
public record struct Flagged(bool First, Tiny Second, char Third)
{
    public int Fourth;

    public long Fifth { get; set; }
}

/// <summary>Of other structs, for each closed form: a block.</summary>
public record struct Both<TLeft, TRight>(TLeft Left, TRight Right);

/// <summary>Without gaps because it says so: a block.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct Packed(byte Small, int Large);

/// <summary>With gaps: not a block.</summary>
public record struct Gappy(byte Small, int Large);

/// <summary>Laid out in an order of its own: not a block.</summary>
[StructLayout(LayoutKind.Explicit)]
public struct Turned
{
    [FieldOffset(4)] public int First;
    [FieldOffset(0)] public int Second;
}

/// <summary>Only its constructor makes it: not a block, which would pass it by.</summary>
public readonly struct Percent
{
    public Percent(int value) => Value = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    public int Value { get; }
}

/// <summary>Only its setter makes it: not a block, which would pass it by.</summary>
public struct Checked
{
    public int Value
    {
        readonly get;
        set => field = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }
}

/// <summary>With a reference: not a block.</summary>
public record struct Named(int Id, string? Name);
