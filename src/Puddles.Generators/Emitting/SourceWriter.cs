using System.Text;

namespace Puddles.Generators.Emitting;

/// <summary>Writes indented C# with line feeds, whatever the platform.</summary>
internal sealed class SourceWriter
{
    private const int SpacesForEachLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes text of one or more lines, each at the current indentation plus its own.</summary>
    public void Line(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _level * SpacesForEachLevel).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes a header and an opening brace, and indents what follows.</summary>
    public void Open(string header)
    {
        Line(header);
        Line("{");
        _level++;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close()
    {
        _level--;
        Line("}");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
