namespace Peers;

internal sealed class Work : IWork
{
    public Task<int> IncAsync(int value) => Task.FromResult(Tasks.Inc(value));

    public Task<byte[]> EchoAsync(byte[] bytes) => Task.FromResult(bytes);

    public Task<int> NapAsync(int milliseconds) => Task.FromResult(Tasks.Nap(milliseconds));

    public void Dispose()
    {
    }
}
