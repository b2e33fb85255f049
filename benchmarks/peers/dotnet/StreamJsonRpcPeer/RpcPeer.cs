using System.Diagnostics;
using System.Net.Sockets;
using StreamJsonRpc;

namespace Peers;

/// <summary>StreamJsonRpc with its MessagePack formatter over a Unix socket to each worker; calls take turns among them.</summary>
internal sealed class RpcPeer : IPeer
{
    private readonly List<(WorkerProcess Process, IWork Work)> _workers = [];
    private int _turn;

    public static string Version =>
        FileVersionInfo.GetVersionInfo(typeof(JsonRpc).Assembly.Location).ProductVersion!.Split('+')[0];

    private IWork Next => _workers[_turn = (_turn + 1) % _workers.Count].Work;

    public static async Task<IPeer> OpenAsync(Given given, int workers)
    {
        var peer = new RpcPeer();
        foreach (WorkerProcess process in await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkerProcess.StartAsync())))
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(process.SocketPath));
            peer._workers.Add((process, JsonRpc.Attach<IWork>(Handler(socket))));
        }

        return peer;
    }

    public static async Task ServeAsync(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        Task untilHostEnds = WorkerProcess.ServeUntilHostEndsAsync();
        using var rpc = new JsonRpc(Handler(await listener.AcceptAsync()), new Work());
        rpc.StartListening();
        await untilHostEnds;
    }

    public Task<int> IncAsync(int value) => Next.IncAsync(value);

    public Task<byte[]> EchoAsync(byte[] bytes) => Next.EchoAsync(bytes);

    public Task<int> BurnAsync(int rounds) => throw new NotSupportedException();

    public Task<int> NapAsync(int milliseconds) => Next.NapAsync(milliseconds);

    public ValueTask DisposeAsync()
    {
        foreach ((WorkerProcess process, IWork work) in _workers)
        {
            work.Dispose();
            process.Dispose();
        }

        return default;
    }

    private static LengthHeaderMessageHandler Handler(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        return new LengthHeaderMessageHandler(stream, stream, new MessagePackFormatter());
    }
}
