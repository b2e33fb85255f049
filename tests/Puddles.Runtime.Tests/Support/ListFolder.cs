using Puddles.TestTasks;
using Puddles.TestWorker;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Support;

/// <summary>Where the tasks of a list count their runs, and what is told of them.</summary>
public sealed class ListFolder : IDisposable
{
    private const int WarmUpCalls = 500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("puddles-test-");
    private readonly int _calls;

    public ListFolder(int calls)
    {
        _calls = calls;
        File.WriteAllBytes(Path.Combine(_folder.FullName, ListTasks.Counts), new byte[calls + WarmUpCalls]);
    }

    /// <summary>How often each was run.</summary>
    public byte[] Runs
    {
        get
        {
            using var counts = new FileStream(Path.Combine(_folder.FullName, ListTasks.Counts), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] runs = new byte[_calls];
            counts.ReadExactly(runs);
            return runs;
        }
    }

    public PuddleUnit<int> Step(int x, string deed = "") => ListTasks.UnitStep(_folder.FullName, x, deed);

    public PuddleUnit<int> StepAgain(int x, string deed = "") => ListTasks.UnitStepAgain(_folder.FullName, x, deed);

    public PuddleUnit<int> StepHeeding(int x, string deed = "") => ListTasks.UnitStepHeeding(_folder.FullName, x, deed);

    public Task WaitForAsync(string signal) => Files.WaitForAsync(Path.Combine(_folder.FullName, signal)).OrHang();

    public void Release() => Files.Write(Path.Combine(_folder.FullName, "release"), "");

    /// <summary>Lets a pool learn that a task is short, so that a list of it goes in bundles.</summary>
    public Task WarmUpAsync(ProcessPool pool, Func<int, string, PuddleUnit<int>> unit) => WarmUpAsync(pool, i => unit(_calls + (i % WarmUpCalls), ""));

    public static async Task WarmUpAsync<T>(ProcessPool pool, Func<int, PuddleUnit<T>> unit)
    {
        do
        {
            await pool.RunAllAsync(Enumerable.Range(0, WarmUpCalls).Select(unit)).OrHang();
        }
        while (pool.MostTogether(unit(0).Task) < 8);
    }

    /// <summary>Runs a list, and again where it so happened that all of it went one by one.</summary>
    public static async Task<T[]> RunTogetherAsync<T>(ProcessPool pool, PuddleUnit<T>[] units)
    {
        long alone = units.Sum(unit => CallHeader.Bytes + (long)CallCodec.EncodeArguments(unit, int.MaxValue).Length);
        while (true)
        {
            long before = pool.Stats.BytesSent;
            T[] results = await pool.RunAllAsync(units).OrHang();
            if (pool.Stats.BytesSent - before < alone)
            {
                return results;
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
