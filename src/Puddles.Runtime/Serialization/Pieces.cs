namespace Puddles.Serialization;

/// <summary>
/// Copies much. A C library copies what is long by an instruction of its own, which on some processors takes several times as
/// long where source and target lie alike in their pages (glibc, bug 30994); what is short it, or the framework, does not.
/// </summary>
internal static class Pieces
{
    private const int Piece = 2048;

    public static void Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (; from.Length > Piece; from = from[Piece..], to = to[Piece..])
        {
            from[..Piece].CopyTo(to);
        }

        from.CopyTo(to);
    }
}
