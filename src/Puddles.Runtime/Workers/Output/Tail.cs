using System.Text;

namespace Puddles.Workers.Output;

/// <summary>Remembers the last of a text. Safe from any thread.</summary>
internal sealed class Tail
{
    private const int Chars = 4096;

    private readonly StringBuilder _text = new();

    /// <summary>The last that was written, or null where nothing was.</summary>
    public string? Text
    {
        get
        {
            lock (_text)
            {
                return _text.Length == 0 ? null : _text.ToString();
            }
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        lock (_text)
        {
            _text.Append(text.Length > Chars ? text[^Chars..] : text);
            if (_text.Length > Chars)
            {
                _text.Remove(0, _text.Length - Chars);
            }
        }
    }
}
