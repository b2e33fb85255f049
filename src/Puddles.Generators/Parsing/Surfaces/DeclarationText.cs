using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Puddles.Generators.Parsing.Surfaces;

/// <summary>The text of a file without what no declaration depends on.</summary>
internal sealed class DeclarationText(SourceText text)
{
    private readonly StringBuilder _kept = new();
    private int _position;

    /// <summary>Leaves a body out. The bodies are given in their order.</summary>
    public void LeaveOut(SyntaxNode? body)
    {
        // A directive reaches beyond the body that it stands in.
        if (body is null or { ContainsDirectives: true })
        {
            return;
        }

        Keep(body.SpanStart);
        _kept.Append('\0').Append((int)body.Kind()).Append('\0');
        _position = body.Span.End;
    }

    /// <summary>A hash of what is left.</summary>
    public string Hash()
    {
        Keep(text.Length);
        return HashOf(_kept.ToString());
    }

    /// <summary>A hash of 128 bits: no two texts are expected to share one.</summary>
    public static string HashOf(string text) =>
        string.Concat(SourceText.From(text).GetContentHash().Select(static part => part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));

    private void Keep(int end)
    {
        _kept.Append(text.ToString(TextSpan.FromBounds(_position, end)));
        _position = end;
    }
}
