using System.Diagnostics.CodeAnalysis;
using System.IO.Pipes;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Puddles.Workers.Output;

/// <summary>
/// Reads what a worker writes to one of its streams and hands it on, whole lines at a time. It reads no more until that is
/// handed on, so that a worker which writes faster waits at its pipe.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without a timer holds nothing to dispose, and the process may end at any time.")]
internal sealed class OutputPump
{
    private const int UsualBytes = 4096;
    private const int FloodBytes = 64 * 1024;

    /// <summary>What a pipe can hold at most by default, so that the last words of a process are within it.</summary>
    private const int LastWordsBytes = 1024 * 1024;

    private readonly Stream _source;
    private readonly SafePipeHandle? _pipe;
    private readonly bool _isError;
    private readonly ILineSink _sink;
    private readonly Tail? _tail;
    private readonly LineBuffer _lines = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _finish = new();
    private char[] _chars = new char[UsualBytes + 1];
    private Task _handedOn = Task.CompletedTask;

    /// <param name="source">The end of the pipe that is this process's.</param>
    /// <param name="isError">Whether it is the worker's standard error.</param>
    /// <param name="sink">Who takes the lines.</param>
    /// <param name="tail">Who remembers the last of them, whether they were handed on or not.</param>
    public OutputPump(Stream source, bool isError, ILineSink sink, Tail? tail)
    {
        _source = source;
        _pipe = (source as PipeStream)?.SafePipeHandle;
        _isError = isError;
        _sink = sink;
        _tail = tail;
        Ended = PumpAsync();
    }

    /// <summary>Completes when the worker, and everyone who got the pipe from it, has closed it, and all of it is read.</summary>
    public Task Ended { get; }

    /// <summary>Completes when all that was read until now is handed on.</summary>
    public Task HandedOn => Volatile.Read(ref _handedOn);

    /// <summary>Whether the worker wrote something that is not read yet; never on Windows, where a pipe does not tell.</summary>
    public bool IsBehind => !Ended.IsCompleted && !OperatingSystem.IsWindows() && IsInputWaiting();

    /// <summary>Reads on, the worker having died, though what was read is not handed on yet: it is not much any more.</summary>
    public void Hurry() => _hurry.Cancel();

    /// <summary>Reads what is in the pipe at this moment, takes the last line as it is, and stops.</summary>
    /// <returns>Completes when all of it is handed on.</returns>
    public async Task FinishAsync()
    {
        Hurry();
        await _finish.CancelAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
        await HandedOn.ConfigureAwait(false);
    }

    private async Task PumpAsync()
    {
        byte[] bytes = new byte[UsualBytes];
        int unwaited = 0;
        try
        {
            int count;
            while ((count = await ReadAsync(bytes).ConfigureAwait(false)) > 0)
            {
                Take(bytes.AsSpan(0, count));
                unwaited += _hurry.IsCancellationRequested ? count : 0;
                await HandedOn.WaitAsync(unwaited < LastWordsBytes ? _hurry.Token : default).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (count == bytes.Length && count < FloodBytes)
                {
                    bytes = new byte[FloodBytes];
                    _chars = new char[FloodBytes + 1];
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The worker is gone; what it wrote until then is kept.
        }

        HandOn(_lines.End());
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<int> ReadAsync(byte[] bytes)
    {
        try
        {
            if (!_finish.IsCancellationRequested)
            {
                return await _source.ReadAsync(bytes, _finish.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing was read: what is there is read below.
        }

        return IsInputWaiting() ? _source.Read(bytes) : 0;
    }

    private bool IsInputWaiting() => _pipe is not null && PipeInput.IsWaiting(_pipe);

    private void Take(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<char> text = _chars.AsSpan(0, _decoder.GetChars(bytes, _chars, flush: false));
        _tail?.Add(text);
        HandOn(_lines.Add(text));
    }

    private void HandOn(string? lines)
    {
        if (lines is not null)
        {
            Volatile.Write(ref _handedOn, _sink.TakeAsync(_isError, lines));
        }
    }
}
