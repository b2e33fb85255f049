using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

public sealed class WorkerDoorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_worker_gets_in_past_strangers_who_are_silent_or_wrong()
    {
        using var door = new WorkerDoor(WorkerTransport.Auto);
        Task<Transport?> accepting = Accept(door);
        var strangers = new List<Socket>();
        for (int i = 0; i < 100; i++)
        {
            Socket stranger = Knock(door);
            strangers.Add(stranger);
            if (i % 2 == 0)
            {
                stranger.Send(new byte[i]);
            }
        }

        using Socket worker = Knock(door);
        worker.Send(door.WorkerSecret.AsSpan(0, 10));
        worker.Send(door.WorkerSecret.AsSpan(10));
        worker.Send(new byte[1]);

        using Transport? transport = await accepting.WaitAsync(Limit);
        Assert.NotNull(transport);
        byte[] proof = new byte[Secret.Bytes];
        Assert.Equal(proof.Length, worker.Receive(proof));
        Assert.Equal(door.HostSecret, proof);
        strangers.ForEach(stranger => stranger.Dispose());
    }

    [Fact]
    public async Task A_stranger_who_is_turned_away_while_he_speaks_is_no_trouble()
    {
        using var door = new WorkerDoor(WorkerTransport.Auto);
        Socket[] strangers = [.. Enumerable.Range(0, 64).Select(_ => Knock(door))];
        bool isHopeless = false;
        Task<Transport?> accepting = Accept(door, () => Volatile.Read(ref isHopeless));

        // Each is readable while the one who comes next takes the seat of the oldest.
        var more = new List<Socket>();
        foreach (Socket stranger in strangers)
        {
            stranger.Send(new byte[3]);
            more.Add(Knock(door));
        }

        using Socket worker = Knock(door);
        worker.Send([.. door.WorkerSecret, 0]);

        using Transport? transport = await accepting.WaitAsync(Limit);
        Assert.NotNull(transport);
        Array.ForEach(strangers, stranger => stranger.Dispose());
        more.ForEach(stranger => stranger.Dispose());
    }

    [Fact]
    public async Task A_wrong_secret_is_turned_away_and_learns_nothing()
    {
        using var door = new WorkerDoor(WorkerTransport.Auto);
        bool isHopeless = false;
        Task<Transport?> accepting = Accept(door, () => Volatile.Read(ref isHopeless));
        using Socket stranger = Knock(door);
        stranger.Send(door.HostSecret);

        int learned = await Task.Run(() => stranger.Receive(new byte[1])).WaitAsync(Limit);

        Assert.Equal(0, learned);
        Volatile.Write(ref isHopeless, true);
        Assert.Null(await accepting.WaitAsync(Limit));
    }

    [Fact]
    public void It_stands_in_a_private_folder_and_leaves_nothing()
    {
        var door = new WorkerDoor(WorkerTransport.Auto);
        string folder = Path.GetDirectoryName(door.SocketPath)!;

        Assert.True(File.Exists(door.SocketPath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }

        door.Dispose();
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Each_has_secrets_of_its_own()
    {
        using var first = new WorkerDoor(WorkerTransport.Auto);
        using var second = new WorkerDoor(WorkerTransport.Auto);

        byte[][] secrets = [first.WorkerSecret, first.HostSecret, second.WorkerSecret, second.HostSecret];

        Assert.Equal(4, secrets.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(secrets, secret => Assert.Equal(Secret.Bytes, secret.Length));
    }

    private static Task<Transport?> Accept(WorkerDoor door, Func<bool>? isHopeless = null) =>
        Task.Factory.StartNew(() => door.Accept(isHopeless ?? (() => false)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Socket Knock(WorkerDoor door)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(door.SocketPath));
        return socket;
    }
}
