using System.Runtime.InteropServices;

namespace Puddles.Wire;

/// <summary>What a call wrote to the console: a byte that says where, and the characters in UTF-16, so that a pair that was written in two halves is whole again.</summary>
internal static class OutputFrame
{
    /// <summary>How many characters one takes.</summary>
    public const int MostChars = 16 * 1024;

    private const byte StandardOutput = 1;
    private const byte StandardError = 2;

    /// <summary>Writes a frame, its header and length included.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="isError">Whether it wrote to standard error.</param>
    /// <param name="text">What it wrote, of <see cref="MostChars"/> at most.</param>
    public static byte[] Write(ulong callId, bool isError, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        byte[] frame = new byte[ReplyHeader.Bytes + 1 + bytes.Length];
        new ReplyHeader(FrameKind.Output, callId, 0).Write(frame, 1 + bytes.Length);
        frame[ReplyHeader.Bytes] = isError ? StandardError : StandardOutput;
        bytes.CopyTo(frame.AsSpan(ReplyHeader.Bytes + 1));
        return frame;
    }

    /// <summary>Reads what comes after the header.</summary>
    /// <exception cref="WireException">It is of another form.</exception>
    public static string Read(ReadOnlySpan<byte> payload, out bool isError)
    {
        if (payload.Length % 2 != 1 || payload[0] is not (StandardOutput or StandardError))
        {
            throw new WireException("it sent output that cannot be read");
        }

        isError = payload[0] == StandardError;
        return new string(MemoryMarshal.Cast<byte, char>(payload[1..]));
    }
}
