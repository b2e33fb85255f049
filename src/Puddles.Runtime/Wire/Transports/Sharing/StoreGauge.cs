using System.Diagnostics;
using Puddles.Serialization;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>
/// Copies to memory that another core reads. Where the two cores share no cache, to write to lines that the other has read
/// takes several times as long as to write past the caches; where they share one, it is the faster way. Which it is shows in
/// how long it takes, and that is looked at anew from time to time, as threads, and the cores of virtual machines, move.
/// </summary>
internal sealed unsafe class StoreGauge
{
    /// <summary>How much it takes that the time tells something.</summary>
    public const int LeastBytes = 16 * 1024;

    /// <summary>So many pieces in a row that take long are no accident.</summary>
    public const int Accidents = 8;

    /// <summary>How many pieces go past the caches until the other way is tried again.</summary>
    public const int Trust = 4096;

    /// <summary>5 GB/s: between what was measured within a cache that both share, and beyond it (10 and more, and 2).</summary>
    private const long SlowBytesPerMicrosecond = 5_000;

    private int _slow;
    private int _left;

    /// <summary>Whether the next piece goes past the caches.</summary>
    public bool IsPastCaches => _left > 0;

    public void Copy(ReadOnlySpan<byte> from, byte* to)
    {
        if (IsPastCaches)
        {
            _left--;
            PastCaches.Copy(from, to);
            return;
        }

        long began = Stopwatch.GetTimestamp();
        Pieces.Copy(from, new Span<byte>(to, from.Length));
        Note(from.Length, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Notes how long a piece took that went through the caches.</summary>
    public void Note(int bytes, TimeSpan time)
    {
        _slow = time.TotalMicroseconds * SlowBytesPerMicrosecond > bytes ? _slow + 1 : 0;
        if (_slow == Accidents)
        {
            _slow = 0;
            _left = Trust;
        }
    }
}
