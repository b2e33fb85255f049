namespace Puddles.Wire.Transports.Sharing;

/// <summary>Where things stand in the memory of a ring: what each side writes has a cache line, and its neighbour's, to itself.</summary>
internal static class RingLayout
{
    /// <summary>How many bytes were written in all, by the writer.</summary>
    public const int Written = 0;

    /// <summary>How many bytes were read in all, by the reader.</summary>
    public const int Read = 128;

    /// <summary>How the reader sleeps and wants to be woken: one of <see cref="ReaderState"/>.</summary>
    public const int State = 256;

    /// <summary>Whether the writer sleeps for want of room and wants to be woken.</summary>
    public const int IsWaiting = 384;

    /// <summary>The core that the writer ran on when it last wrote, plus 1.</summary>
    public const int WriterCore = 512;

    /// <summary>The core that the reader ran on when it last read, plus 1.</summary>
    public const int ReaderCore = 640;

    /// <summary>Where the bytes begin.</summary>
    public const int Data = 4096;

    /// <summary>How much memory a ring takes that holds so many bytes.</summary>
    public static int Size(int capacity) => Data + capacity;
}
