using System.Diagnostics;
using System.Net.Sockets;
using Google.Protobuf;
using Grpc.Net.Client;
using Peers.Contract;

namespace Peers;

/// <summary>gRPC over a Unix socket to each worker; calls take turns among them.</summary>
internal sealed class RpcPeer : IPeer
{
    private readonly List<(WorkerProcess Process, GrpcChannel Channel, Work.WorkClient Work)> _workers = [];
    private int _turn;

    public static string Version =>
        FileVersionInfo.GetVersionInfo(typeof(GrpcChannel).Assembly.Location).ProductVersion!.Split('+')[0];

    private Work.WorkClient Next => _workers[_turn = (_turn + 1) % _workers.Count].Work;

    public static async Task<IPeer> OpenAsync(Given given, int workers)
    {
        var peer = new RpcPeer();
        foreach (WorkerProcess process in await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkerProcess.StartAsync())))
        {
            GrpcChannel channel = Open(process.SocketPath);
            peer._workers.Add((process, channel, new Work.WorkClient(channel)));
        }

        return peer;
    }

    public async Task<int> IncAsync(int value) => (await Next.IncAsync(new Number { Value = value })).Value;

    public async Task<byte[]> EchoAsync(byte[] bytes) =>
        (await Next.EchoAsync(new Bytes { Value = UnsafeByteOperations.UnsafeWrap(bytes) })).Value.ToByteArray();

    public Task<int> BurnAsync(int rounds) => throw new NotSupportedException();

    public async Task<int> NapAsync(int milliseconds) => (await Next.NapAsync(new Number { Value = milliseconds })).Value;

    public ValueTask DisposeAsync()
    {
        foreach ((WorkerProcess process, GrpcChannel channel, _) in _workers)
        {
            channel.Dispose();
            process.Dispose();
        }

        return default;
    }

    private static GrpcChannel Open(string path)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return GrpcChannel.ForAddress("http://worker", new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
        });
    }
}
