using System.Net.Sockets;
using Puddles.Hosting;
using Puddles.Runtime.Tests.Support;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class HostDoorTests : IDisposable
{
    private static readonly byte[] WorkerSecret = Secret.Create();
    private static readonly byte[] HostSecret = Secret.Create();

    private readonly PrivateDirectory _folder = PrivateDirectory.Create(PrivateDirectory.Places);
    private readonly Socket _door = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public HostDoorTests()
    {
        _door.Bind(new UnixDomainSocketEndPoint(_folder.SocketPath));
        _door.Listen();
    }

    private Hello Greeting => new(_folder.SocketPath, null, WorkerSecret, HostSecret, 1, Environment.ProcessId, 1000, 0, 1, 1);

    public void Dispose()
    {
        _door.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_worker_that_is_turned_away_comes_again()
    {
        Task<Transport> connecting = Connect();
        byte[] proof = new byte[Secret.Bytes + 1];

        (await _door.AcceptAsync().OrHang()).Dispose();
        using (Socket second = await _door.AcceptAsync().OrHang())
        {
            await second.ReceiveAsync(new byte[1]).OrHang();
        }

        using Socket third = await _door.AcceptAsync().OrHang();
        await third.ReceiveAsync(proof).OrHang();
        await third.SendAsync(HostSecret).OrHang();

        using Transport transport = await connecting.OrHang();
        Assert.Equal([.. WorkerSecret, 0], proof);
    }

    [Fact]
    public async Task A_worker_that_is_turned_away_always_gives_up()
    {
        Task<Transport> connecting = Connect();
        int times = 0;
        while (!connecting.IsCompleted)
        {
            Task<Socket> accepting = _door.AcceptAsync();
            if (await Task.WhenAny(accepting, connecting).OrHang() == accepting)
            {
                times++;
                (await accepting).Dispose();
            }
        }

        var error = await Assert.ThrowsAsync<IOException>(() => connecting);
        Assert.Contains("closed the connection during the handshake", error.Message, StringComparison.Ordinal);
        Assert.Equal(100, times);
    }

    [Fact]
    public async Task A_host_that_does_not_prove_itself_is_asked_once()
    {
        Task<Transport> connecting = Connect();
        using Socket worker = await _door.AcceptAsync().OrHang();
        await worker.SendAsync(WorkerSecret).OrHang();

        await Assert.ThrowsAsync<WireException>(() => connecting.OrHang());
        Assert.False(_door.Poll(0, SelectMode.SelectRead));
    }

    [Fact]
    public async Task A_host_that_has_gone_leaves_nothing()
    {
        _door.Dispose();

        var error = await Assert.ThrowsAsync<IOException>(() => Connect().OrHang());

        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Path));
    }

    private Task<Transport> Connect() =>
        Task.Factory.StartNew(() => HostDoor.Connect(Greeting), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
