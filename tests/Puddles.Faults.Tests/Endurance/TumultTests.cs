using System.Diagnostics;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Endurance;

public sealed class TumultTests
{
    private const int Threads = 10;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Ten_threads_submit_cancel_resize_and_recycle_for_a_minute_and_each_call_settles_with_its_own_answer()
    {
        await using var pool = new ProcessPool(new() { Workers = 3, WorkerCommand = [Programs.Worker], CancelGrace = TimeSpan.FromMilliseconds(50) });
        var watch = Stopwatch.StartNew();

        (int Answered, int Canceled)[] counts = await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() => WorkAsync(pool, thread, watch))))
            .WaitAsync(Duration + TimeSpan.FromMinutes(2));

        Assert.True(counts.Sum(count => count.Answered) > 0);
        Assert.True(counts.Sum(count => count.Canceled) > 0);
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
    }

    private static async Task<(int Answered, int Canceled)> WorkAsync(ProcessPool pool, int thread, Stopwatch watch)
    {
        var random = new Random(thread);
        int answered = 0;
        int canceled = 0;
        while (watch.Elapsed < Duration)
        {
            using var source = new CancellationTokenSource();
            int first = random.Next();
            Task<int>[] calls = [.. Enumerable.Range(0, random.Next(1, 100)).Select(i => ProcessTasks.RunInc(first / 2 + i, pool, source.Token))];
            switch (random.Next(40))
            {
                case < 15:
                    await source.CancelAsync();
                    break;
                case 15:
                    pool.Resize(random.Next(1, 5));
                    break;
                case 16 when thread == 0:
                    await pool.RecycleAsync();
                    break;
            }

            PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(calls);
            Assert.All(outcomes, outcome => Assert.True(
                outcome.IsSuccess ? outcome.Value == (first / 2) + outcome.Index + 1 : outcome.Error is OperationCanceledException error && error.CancellationToken == source.Token,
                outcome.ToString()));
            answered += outcomes.Count(outcome => outcome.IsSuccess);
            canceled += outcomes.Count(outcome => !outcome.IsSuccess);
        }

        return (answered, canceled);
    }
}
