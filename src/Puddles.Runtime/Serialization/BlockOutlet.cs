using MessagePack;

namespace Puddles.Serialization;

/// <summary>Takes a large block of bytes that is the whole of a result straight from where it lies to where it goes.</summary>
internal abstract class BlockOutlet
{
    private const int LeastBytes = 64 * 1024;

    [ThreadStatic]
    private static BlockOutlet? _current;

    /// <summary>Writes a block, if it is none for the outlet of this thread.</summary>
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<byte> block)
    {
        writer.WriteBinHeader(block.Length);
        if (block.Length >= LeastBytes && _current is { } outlet)
        {
            // Where the header arrives shows whose writer it is.
            writer.Flush();
            if (outlet.TryTake(block))
            {
                return;
            }
        }

        Pieces.Copy(block, writer.GetSpan(block.Length));
        writer.Advance(block.Length);
    }

    /// <summary>Is offered what is written on this thread.</summary>
    protected void Open() => _current = this;

    /// <summary>Takes a block, if its header, and nothing else, has been written as a result.</summary>
    protected abstract bool TryTake(ReadOnlySpan<byte> block);
}
