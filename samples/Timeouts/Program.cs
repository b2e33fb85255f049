using Puddles;
using Samples;

Puddle.Init();

await using var pool = new ProcessPool(new() { Workers = 1, CancelGrace = TimeSpan.FromMilliseconds(200) });
int first = await Jobs.RunProcessId(pool);

// A caller cancels a task that listens: it ends, and its worker is as good as before.
using (var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
{
    string ended = await EndOf(Jobs.RunWait(pool, cancel.Token));
    Console.WriteLine($"cancelled, and it listened: {ended}, {await FateOf(first)}");
}

// A caller cancels a task that does not listen: when CancelGrace is over, its worker is killed and replaced.
using (var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
{
    string ended = await EndOf(Jobs.RunSpin(pool, cancel.Token));
    Console.WriteLine($"cancelled, and it was deaf: {ended}, {await FateOf(first)}");
}

// A call runs past its time. Those that wait behind it do not pay for it: their own time begins when they do.
int second = await Jobs.RunProcessId(pool);
Task late = pool.RunAsync(Jobs.UnitSpin().WithTimeout(TimeSpan.FromMilliseconds(300)));
int[] behind = await pool.RunAllAsync(Enumerable.Range(0, 100).Select(x => Jobs.UnitSquare(x).WithTimeout(TimeSpan.FromSeconds(30))));
Console.WriteLine($"over its time: {await EndOf(late)}, {await FateOf(second)}");
Console.WriteLine($"behind it: {behind.Length} of 100 answered");

async Task<string> FateOf(int worker) => await Jobs.RunProcessId(pool) == worker ? "same worker" : "new worker";

static async Task<string> EndOf(Task call)
{
    try
    {
        await call;
        return "done";
    }
    catch (Exception error) when (error is OperationCanceledException or TaskTimeoutException)
    {
        return error is TaskTimeoutException ? nameof(TaskTimeoutException) : nameof(OperationCanceledException);
    }
}
