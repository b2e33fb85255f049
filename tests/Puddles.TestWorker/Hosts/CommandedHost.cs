using System.Globalization;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program with a pool that does what each line of its standard input says and answers it with a line, so that a test can measure it from outside.</summary>
internal static class CommandedHost
{
    private const int Workers = 4;
    private const int CallsAtOnce = 20_000;

    public static async Task RunAsync()
    {
        await using var pool = new ProcessPool(new() { Workers = Workers });
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] words = line.Split(' ');
            string answer = await DoAsync(pool, words[0], int.Parse(words[1], CultureInfo.InvariantCulture));
            await Console.Out.WriteLineAsync($"{words[0]}: {answer}");
        }
    }

    private static async Task<string> DoAsync(ProcessPool pool, string command, int count)
    {
        switch (command)
        {
            case "call":
                return $"{await CallAsync(pool, count, CancellationToken.None)}";
            case "token":
                using (var source = new CancellationTokenSource())
                {
                    return $"{await CallAsync(pool, count, source.Token)} {Managed()}";
                }

            case "crash":
                return $"{await CrashAsync(pool, count)}";
            case "race":
                return await RaceAsync(pool, count);
            case "recycle":
                await pool.RecycleAsync();
                return "done";
            case "memory":
                return $"{Managed()}";
            case "dispose":
                await pool.DisposeAsync();
                return "done";
            default:
                return "unknown";
        }
    }

    /// <summary>How many of so many calls got their own answer.</summary>
    private static async Task<int> CallAsync(ProcessPool pool, int count, CancellationToken cancellationToken)
    {
        int right = 0;
        for (int at = 0; at < count; at += CallsAtOnce)
        {
            Task<int>[] calls = [.. Enumerable.Range(at, Math.Min(CallsAtOnce, count - at)).Select(i => ProcessTasks.RunInc(i, pool, cancellationToken))];
            int[] answers = await Task.WhenAll(calls);
            right += answers.Where((answer, i) => answer == at + i + 1).Count();
        }

        return right;
    }

    /// <summary>How many of so many calls ended their worker, each its own.</summary>
    private static async Task<int> CrashAsync(ProcessPool pool, int count)
    {
        var dead = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (_, token) =>
        {
            try
            {
                await DeathTasks.RunKillSelf(pool, token);
            }
            catch (WorkerDiedException error)
            {
                dead.TryAdd(error.ProcessId, true);
            }
        });

        return dead.Count;
    }

    private static async Task<string> RaceAsync(ProcessPool pool, int count)
    {
        int answered = 0;
        int canceled = 0;
        for (int round = 0; round < count; round++)
        {
            using var source = new CancellationTokenSource();
            Task<int> call = ProcessTasks.RunInc(round, pool, source.Token);
            Thread.SpinWait(round % 500 * 20);
            await source.CancelAsync();
            try
            {
                answered += await call == round + 1 ? 1 : 0;
            }
            catch (OperationCanceledException error) when (error.CancellationToken == source.Token)
            {
                canceled++;
            }
        }

        return $"{answered + canceled} {(answered > 0 && canceled > 0 ? "both" : "one-sided")}";
    }

    private static long Managed()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
