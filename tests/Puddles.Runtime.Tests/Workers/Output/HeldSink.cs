using System.Text;
using System.Threading.Channels;
using Puddles.Workers.Output;

namespace Puddles.Runtime.Tests.Workers.Output;

/// <summary>Takes lines, and has handed them on when it is told so.</summary>
internal sealed class HeldSink : ILineSink
{
    private readonly Channel<string> _taken = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _released = new(0);
    private readonly StringBuilder _all = new();
    private int _held;

    /// <summary>How many deliveries it has taken and not handed on.</summary>
    public int Held => Volatile.Read(ref _held);

    public string All => _all.ToString();

    public Task TakeAsync(bool isError, string lines)
    {
        Interlocked.Increment(ref _held);
        _all.Append(lines);
        Assert.True(_taken.Writer.TryWrite(lines));
        return HandOnAsync();
    }

    public Task<string> NextAsync() => _taken.Reader.ReadAsync().AsTask();

    public void Release(int count = 1) => _released.Release(count);

    private async Task HandOnAsync()
    {
        await _released.WaitAsync();
        Interlocked.Decrement(ref _held);
    }
}
