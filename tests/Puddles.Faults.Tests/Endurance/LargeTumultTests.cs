using System.Diagnostics;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Endurance;

public abstract class LargeTumultTests(WorkerTransport transport)
{
    private const int Threads = 4;
    private const int Kills = 30;

    [Fact]
    public async Task Large_arrays_come_back_whole_or_not_at_all_while_workers_are_killed_in_the_middle_of_them()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, WorkerCommand = [Programs.Worker], Transport = transport });
        using var over = new CancellationTokenSource();
        Task<(int Whole, int Lost)>[] echoing = [.. Enumerable.Range(0, Threads).Select(thread => Task.Run(() => EchoAsync(pool, thread, over.Token)))];

        var random = new Random(7);
        for (int i = 0; i < Kills; i++)
        {
            int victim = await AnyWorkerAsync(pool);
            await Task.Delay(random.Next(20));
            Kill(victim);
        }

        await over.CancelAsync();
        (int Whole, int Lost)[] counts = await Task.WhenAll(echoing).OrHang();
        Assert.True(counts.Sum(count => count.Whole) > 0);
        Assert.True(counts.Sum(count => count.Lost) > 0);
        Assert.Equal(9, await ContractTasks.RunSquare(3, pool).OrHang());
    }

    private static async Task<(int Whole, int Lost)> EchoAsync(ProcessPool pool, int thread, CancellationToken over)
    {
        var random = new Random(thread);
        int whole = 0, lost = 0;
        while (!over.IsCancellationRequested)
        {
            byte[] bytes = new byte[random.Next(60_000, 3_000_000)];
            random.NextBytes(bytes);
            try
            {
                byte[] back = await ContractTasks.RunEcho(bytes, pool, CancellationToken.None).OrHang();
                Assert.True(bytes.AsSpan().SequenceEqual(back));
                whole++;
            }
            catch (WorkerDiedException error)
            {
                Assert.Equal(TaskStart.Maybe, error.Started);
                lost++;
            }
        }

        return (whole, lost);
    }

    private static async Task<int> AnyWorkerAsync(ProcessPool pool)
    {
        while (true)
        {
            try
            {
                return await ProcessTasks.RunProcessId(pool).OrHang();
            }
            catch (WorkerDiedException)
            {
                // The one before was killed a moment later than it was chosen.
            }
        }
    }

    private static void Kill(int victim)
    {
        try
        {
            using var process = Process.GetProcessById(victim);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It was chosen twice.
        }
    }
}
