using Puddles;

namespace Peers;

/// <summary>A process pool of Puddles, as its users make one.</summary>
internal sealed class PoolPeer(ProcessPool pool) : IPeer
{
    public static Task<IPeer> OpenAsync(Given given, int workers) =>
        Task.FromResult<IPeer>(new PoolPeer(new ProcessPool(new() { Workers = workers, Transport = TransportIn(given) })));

    public Task<int> IncAsync(int value) => Jobs.RunInc(value, pool);

    public Task<byte[]> EchoAsync(byte[] bytes) => Jobs.RunEcho(bytes, pool);

    public Task<int> BurnAsync(int rounds) => Jobs.RunBurn(rounds, pool);

    public Task<int> NapAsync(int milliseconds) => Jobs.RunNap(milliseconds, pool);

    public Task<int[]> IncAllAsync(int count) => pool.RunAllAsync(Enumerable.Range(0, count).Select(Jobs.UnitInc));

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private static WorkerTransport TransportIn(Given given) =>
        given.Word("transport") == "socket" ? WorkerTransport.Socket : WorkerTransport.Auto;
}
