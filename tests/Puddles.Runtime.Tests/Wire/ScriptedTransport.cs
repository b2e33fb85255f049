using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>Delivers given bytes in pieces of a given size, then is gone.</summary>
internal sealed class ScriptedTransport(byte[] bytes, int piece) : Transport
{
    private int _at;

    public override int FreePieces => 1;

    public override int FreeFlight => 0;

    public override long MostTaken => 0;

    public override bool HasUnread => _at < bytes.Length;

    public override void EndReceiving() => throw new NotSupportedException();

    public override void Send(ReadOnlySpan<byte> bytes) => throw new NotSupportedException();

    public override int Receive(Span<byte> destination)
    {
        int count = Math.Min(Math.Min(piece, destination.Length), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(destination);
        _at += count;
        return count;
    }

    public override void Dispose()
    {
    }
}
