using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>Copies to memory without taking its lines into the caches of this core.</summary>
internal static unsafe class PastCaches
{
    /// <summary>Copies, and is not done before others can see it.</summary>
    public static void Copy(ReadOnlySpan<byte> from, byte* to)
    {
        int unaligned = Math.Min(from.Length, (int)(-(nint)to & (Vector128<byte>.Count - 1)));
        from[..unaligned].CopyTo(new Span<byte>(to, unaligned));
        fixed (byte* source = from)
        {
            int at = unaligned;
            for (; at <= from.Length - (4 * Vector128<byte>.Count); at += 4 * Vector128<byte>.Count)
            {
                Vector128<byte> first = Vector128.Load(source + at);
                Vector128<byte> second = Vector128.Load(source + at + 16);
                Vector128<byte> third = Vector128.Load(source + at + 32);
                Vector128<byte> fourth = Vector128.Load(source + at + 48);
                first.StoreAlignedNonTemporal(to + at);
                second.StoreAlignedNonTemporal(to + at + 16);
                third.StoreAlignedNonTemporal(to + at + 32);
                fourth.StoreAlignedNonTemporal(to + at + 48);
            }

            from[at..].CopyTo(new Span<byte>(to + at, from.Length - at));
        }

        if (Sse.IsSupported)
        {
            Sse.StoreFence();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }
}
