using System.Text;

namespace Puddles.Workers;

/// <summary>Passes on what a worker writes to its standard error, whole lines at a time, and remembers the last of it.</summary>
internal sealed class StandardErrorPump
{
    private const int TailChars = 4096;
    private const int LongestLine = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _tail = new();
    private readonly StringBuilder _line = new();
    private readonly Stream _source;

    public StandardErrorPump(Stream source)
    {
        _source = source;
        Ended = PumpAsync();
    }

    /// <summary>Completes when the worker, and everyone who got the pipe from it, has closed it.</summary>
    public Task Ended { get; }

    /// <summary>The last that was written, or null where nothing was.</summary>
    public string? Tail
    {
        get
        {
            lock (_gate)
            {
                return _tail.Length == 0 ? null : _tail.ToString();
            }
        }
    }

    private async Task PumpAsync()
    {
        byte[] bytes = new byte[4096];
        char[] chars = new char[bytes.Length + 1];
        Decoder decoder = Encoding.UTF8.GetDecoder();
        try
        {
            int count;
            while ((count = await _source.ReadAsync(bytes).ConfigureAwait(false)) > 0)
            {
                Take(chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0)));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The worker is gone; what it wrote until then is kept.
        }

        PassOn(_line.Length);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private void Take(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _tail.Append(text);
            if (_tail.Length > TailChars)
            {
                _tail.Remove(0, _tail.Length - TailChars);
            }
        }

        _line.Append(text);
        int end = text.LastIndexOf('\n');
        if (end >= 0)
        {
            PassOn(_line.Length - text.Length + end + 1);
        }
        else if (_line.Length > LongestLine)
        {
            PassOn(_line.Length);
        }
    }

    private void PassOn(int length)
    {
        if (length == 0)
        {
            return;
        }

        try
        {
            Console.Error.Write(_line.ToString(0, length));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // This program's own standard error is closed: there is nobody to tell.
        }

        _line.Remove(0, length);
    }
}
