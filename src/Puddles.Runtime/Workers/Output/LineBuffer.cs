using System.Text;

namespace Puddles.Workers.Output;

/// <summary>Makes lines of text that comes in pieces. Not safe for use by two threads at once.</summary>
internal sealed class LineBuffer
{
    /// <summary>How many characters a line has at most; what is longer becomes several.</summary>
    public const int Longest = 64 * 1024;

    private readonly StringBuilder _text = new();
    private int _whole;

    /// <summary>Adds text.</summary>
    /// <returns>The lines that are whole now, each with its end; or null.</returns>
    public string? Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf('\n');
            ReadOnlySpan<char> part = end < 0 ? text : text[..end];
            while (_text.Length - _whole + part.Length > Longest)
            {
                int fitting = Longest - (_text.Length - _whole);
                fitting -= fitting > 0 && char.IsHighSurrogate(part[fitting - 1]) ? 1 : 0;
                _text.Append(part[..fitting]);
                EndLine();
                part = part[fitting..];
            }

            _text.Append(part);
            if (end < 0)
            {
                break;
            }

            EndLine();
            text = text[(end + 1)..];
        }

        return TakeWhole();
    }

    /// <summary>Ends the last line, where it has no end of its own.</summary>
    /// <returns>That line, with an end; or null where there is none.</returns>
    public string? End()
    {
        if (_text.Length > 0)
        {
            EndLine();
        }

        return TakeWhole();
    }

    private void EndLine()
    {
        _text.Append('\n');
        _whole = _text.Length;
    }

    private string? TakeWhole()
    {
        if (_whole == 0)
        {
            return null;
        }

        string lines = _text.ToString(0, _whole);
        _text.Remove(0, _whole);
        _whole = 0;
        return lines;
    }
}
