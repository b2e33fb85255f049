using Puddles.Serialization;

namespace Puddles.Wire;

/// <summary>The end of a large frame, which comes in while it is read.</summary>
/// <param name="transport">Where it comes from.</param>
internal sealed class FrameTail(Transport transport) : LateBlock
{
    private ReadOnlyMemory<byte> _here;

    /// <summary>Is the end of another frame.</summary>
    /// <param name="here">What of it has been received.</param>
    /// <param name="length">How long it is.</param>
    public void Begin(ReadOnlyMemory<byte> here, int length)
    {
        _here = here;
        Begin(length);
    }

    /// <summary>Receives what nobody has read of it, and drops it.</summary>
    /// <param name="scratch">Memory to receive to.</param>
    /// <returns>False when the peer is gone.</returns>
    public bool TrySkip(Span<byte> scratch)
    {
        try
        {
            while (Left > 0)
            {
                Read(scratch[..Math.Min(Left, scratch.Length)]);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    protected override int Receive(Span<byte> destination)
    {
        if (_here.IsEmpty)
        {
            return transport.Receive(destination);
        }

        int count = Math.Min(_here.Length, destination.Length);
        _here.Span[..count].CopyTo(destination);
        _here = _here[count..];
        return count;
    }
}
