namespace Puddles.Serialization;

/// <summary>The fields of the elements of a block, by their widths; see <see cref="Blocks"/>.</summary>
internal static class BlockFields
{
    private const byte Bool = 0;

    /// <summary>Refuses a type that does not lie in memory as the generator took it to: that would be a fault of Puddles.</summary>
    public static unsafe void RequireSize<T>(ReadOnlySpan<byte> fields)
        where T : unmanaged
    {
        int size = SizeOf(fields);
        if (size != sizeof(T))
        {
            throw new PuddleSerializationException($"A '{typeof(T)}' takes {sizeof(T)} bytes here, and its fields take {size}.");
        }
    }

    /// <summary>Refuses bytes that are no values of their fields.</summary>
    public static void RequireValid(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> fields)
    {
        if (!fields.Contains(Bool))
        {
            return;
        }

        if (fields.Length == 1)
        {
            Refuse(bytes.IndexOfAnyExceptInRange((byte)0, (byte)1));
            return;
        }

        int size = SizeOf(fields);
        int offset = 0;
        foreach (byte width in fields)
        {
            for (int element = 0; width == Bool && element * size < bytes.Length; element++)
            {
                Refuse(bytes[(element * size) + offset] > 1 ? element : -1);
            }

            offset += Width(width);
        }
    }

    /// <summary>Turns the bytes of each field round.</summary>
    public static void Turn(Span<byte> bytes, ReadOnlySpan<byte> fields)
    {
        int start = 0;
        while (start < bytes.Length)
        {
            foreach (byte width in fields)
            {
                bytes.Slice(start, Width(width)).Reverse();
                start += Width(width);
            }
        }
    }

    private static int SizeOf(ReadOnlySpan<byte> fields)
    {
        int size = 0;
        foreach (byte width in fields)
        {
            size += Width(width);
        }

        return size;
    }

    private static int Width(byte field) => Math.Max((int)field, 1);

    private static void Refuse(int element)
    {
        if (element >= 0)
        {
            throw new PuddleSerializationException($"Element {element} of a block holds a bool that is neither 0 nor 1.");
        }
    }
}
