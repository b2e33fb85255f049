namespace Puddles;

/// <summary>
/// Where the bytes of small arguments are kept: one array for some dozens of calls in place of one for each. An array is let go
/// when the last of its calls is; it is small, so that one call that stays keeps little.
/// </summary>
internal static class ArgumentSlab
{
    /// <summary>The most bytes that are kept so.</summary>
    public const int MostBytes = 128;

    private const int SlabBytes = 2048;

    [ThreadStatic]
    private static Memory<byte> _free;

    /// <summary>Copies bytes to where they stay as they are.</summary>
    public static ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        Memory<byte> free = _free;
        if (free.Length < bytes.Length)
        {
            free = GC.AllocateUninitializedArray<byte>(SlabBytes);
        }

        bytes.CopyTo(free.Span);
        _free = free[bytes.Length..];
        return free[..bytes.Length];
    }
}
