using System.Net.Sockets;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Hostility;

[Collection(CrowdAlone.Name)]
public sealed class StrangerTests
{
    [Fact]
    public async Task Strangers_that_connect_without_end_and_say_nothing_keep_no_worker_out()
    {
        using var stop = new CancellationTokenSource();
        var met = new TaskCompletionSource();
        Thread[] strangers = [.. Enumerable.Range(0, 2).Select(_ => new Thread(() => Knock(met, stop.Token)) { IsBackground = true })];
        Array.ForEach(strangers, stranger => stranger.Start());
        await using var pool = new ProcessPool(new() { Workers = 2, MaxTasksPerWorker = 1, WorkerCommand = [Programs.Worker] });

        int[] processes = await pool.RunAllAsync(ProcessTasks.CountProcessId(30)).OrHang();

        Assert.Equal(30, processes.Distinct().Count());
        Assert.True(met.Task.IsCompleted);
        await stop.CancelAsync();
    }

    private static void Knock(TaskCompletionSource met, CancellationToken stop)
    {
        var silent = new Queue<Socket>();
        while (!stop.IsCancellationRequested)
        {
            foreach (string folder in Directory.GetDirectories(Path.GetTempPath(), $"puddles-{Environment.ProcessId}-*"))
            {
                for (int i = 0; i < 20; i++)
                {
                    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    try
                    {
                        socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(folder, "s")));
                        met.TrySetResult();
                    }
                    catch (SocketException)
                    {
                        // Its worker is there, or it is not there yet.
                    }

                    silent.Enqueue(socket);
                    if (silent.Count > 200)
                    {
                        silent.Dequeue().Dispose();
                    }
                }
            }
        }

        foreach (Socket socket in silent)
        {
            socket.Dispose();
        }
    }
}
