using Puddles.Runtime.Tests.Support;
using Puddles.Runtime.Tests.Wire;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

/// <summary>Workers whose host sends them bundles that are none.</summary>
public sealed class HostileHostTests
{
    private const int ProtocolExitCode = 70;

    public static TheoryData<string, byte[]> Frames => new()
    {
        { "holds no calls", HostileBundles.Frame(1, 0, []) },
        { "holds fewer than none", HostileBundles.Frame(1, -1, HostileBundles.Arguments([0x91, 1])) },
        { "holds fewer than it says", HostileBundles.Frame(1, 3, HostileBundles.Arguments([0x91, 1], [0x91, 2])) },
        { "says that it holds very many", HostileBundles.Frame(1, int.MaxValue, HostileBundles.Arguments([0x91, 1])) },
        { "is longer than its calls", HostileBundles.Frame(1, 1, [.. HostileBundles.Arguments([0x91, 1]), 0]) },
        { "has a length below zero", HostileBundles.Frame(1, 1, [0xFF, 0xFF, 0xFF, 0xFF, 0x91, 1]) },
        { "has a length beyond its end", HostileBundles.Frame(1, 1, [3, 0, 0, 0, 0x91, 1]) },
        { "has a length that is cut", HostileBundles.Frame(1, 1, [3, 0]) },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_worker_ends_when_a_bundle(string what, byte[] frame)
    {
        Assert.NotEmpty(what);
        Assert.Equal(ProtocolExitCode, Provoke(tasksPerWorker: 1, frame));
    }

    [Fact]
    public void A_worker_that_runs_several_at_a_time_ends_when_it_gets_a_bundle() =>
        Assert.Equal(ProtocolExitCode, Provoke(tasksPerWorker: 4, HostileBundles.Frame(1, 2, HostileBundles.Arguments([0x91, 1], [0x91, 2]))));

    [Fact]
    public void A_bundle_that_is_one_is_answered_call_by_call()
    {
        WorkerProcessHandle worker = Start(tasksPerWorker: 1);
        var frames = new FrameReader(worker.Transport, 100_000);
        Assert.True(frames.TryRead(out _));

        worker.Transport.Send(HostileBundles.Frame(5, 3, HostileBundles.Arguments([0x91, 1], [0x91], [0x91, 3])));

        (ulong, FrameKind)[] replies = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            Assert.True(frames.TryRead(out ReadOnlyMemory<byte> frame));
            var reply = ReplyHeader.Read(frame.Span);
            return (reply.CallId, reply.Kind);
        })];
        Assert.Equal([(5ul, FrameKind.Result), (6ul, FrameKind.Failure), (7ul, FrameKind.Result)], replies);
        worker.Stop();
        Assert.Equal(0, worker.Reap(Limits.Hang, breach: null).ExitCode);
    }

    private static WorkerProcessHandle Start(int tasksPerWorker) =>
        WorkerLaunch.Start(WorkerSettings.From(new ProcessPoolOptions { WorkerCommand = [Programs.Worker], TasksPerWorker = tasksPerWorker }, "hostile"), 1, () => false);

    /// <summary>Sends a worker a frame, waits until it has closed the connection, and gives what it exits with.</summary>
    private static int? Provoke(int tasksPerWorker, byte[] frame)
    {
        WorkerProcessHandle worker = Start(tasksPerWorker);
        var frames = new FrameReader(worker.Transport, 100_000);
        Assert.True(frames.TryRead(out ReadOnlyMemory<byte> ready));
        Assert.Equal(FrameKind.Ready, ReplyHeader.KindOf(ready.Span));

        using var limit = new Timer(_ => worker.Kill(), null, Limits.Hang, Timeout.InfiniteTimeSpan);
        worker.Transport.Send(frame);
        while (frames.TryRead(out ReadOnlyMemory<byte> reply))
        {
            // What could be read of it is answered.
            Assert.True(ReplyHeader.KindOf(reply.Span).EndsCall());
        }

        return worker.Reap(Limits.Hang, breach: null).ExitCode;
    }
}
