using System.Text;

namespace Puddles;

/// <summary>
/// Keeps what was written to standard output and error: by the calls of a unit that was told by <see cref="PuddleUnit.WithOutput"/>,
/// or by the workers of a pool, by <see cref="WorkerOutput.ToCapture"/>. Safe from any thread, also while more is written.
/// </summary>
public sealed class CapturedOutput
{
    private const int PieceChars = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<(bool IsError, StringBuilder Text)> _pieces = new();
    private readonly int _maxChars;
    private (bool IsError, StringBuilder Text)? _last;
    private int _chars;
    private long _omitted;

    /// <summary>Makes an empty one.</summary>
    /// <param name="maxChars">How many characters it keeps at most, from 1; 1,048,576 by default. What comes last is kept.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxChars"/> is less than 1.</exception>
    public CapturedOutput(int maxChars = 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);
        _maxChars = maxChars;
    }

    /// <summary>All that is kept, of both, in the order in which it came.</summary>
    public string Text => Join(_ => true);

    /// <summary>What is kept of standard output.</summary>
    public string StandardOutput => Join(isError => !isError);

    /// <summary>What is kept of standard error.</summary>
    public string StandardError => Join(isError => isError);

    /// <summary>How many characters were written before those that are kept, and had no place.</summary>
    public long OmittedChars
    {
        get
        {
            lock (_gate)
            {
                return _omitted;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal void Append(ReadOnlySpan<char> text, bool isError)
    {
        lock (_gate)
        {
            if (_last is { } last && last.IsError == isError && last.Text.Length + text.Length <= PieceChars)
            {
                last.Text.Append(text);
            }
            else
            {
                _last = (isError, new StringBuilder().Append(text));
                _pieces.Enqueue(_last.Value);
            }

            _chars += text.Length;
            while (_chars > _maxChars)
            {
                DropOldest(_chars - _maxChars);
            }
        }
    }

    private void DropOldest(int excess)
    {
        StringBuilder oldest = _pieces.Peek().Text;
        if (oldest.Length <= excess)
        {
            excess = oldest.Length;
            _pieces.Dequeue();
        }
        else
        {
            oldest.Remove(0, excess);
        }

        _chars -= excess;
        _omitted += excess;
    }

    private string Join(Func<bool, bool> wants)
    {
        var text = new StringBuilder();
        lock (_gate)
        {
            foreach ((bool isError, StringBuilder piece) in _pieces)
            {
                if (wants(isError))
                {
                    text.Append(piece);
                }
            }
        }

        return text.ToString();
    }
}
