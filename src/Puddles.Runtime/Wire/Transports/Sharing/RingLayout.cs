namespace Puddles.Wire.Transports.Sharing;

/// <summary>Where things stand in the memory of a ring: what each side writes has a cache line, and its neighbour's, to itself.</summary>
internal static class RingLayout
{
    /// <summary>How many bytes were written in all, by the writer.</summary>
    public const int Written = 0;

    /// <summary>How many bytes were read in all, by the reader.</summary>
    public const int Read = 128;

    /// <summary>Whether the reader sleeps and wants to be woken.</summary>
    public const int IsAsleep = 256;

    /// <summary>Where the bytes begin.</summary>
    public const int Data = 4096;

    /// <summary>How much memory a ring takes that holds so many bytes.</summary>
    public static int Size(int capacity) => Data + capacity;
}
