using System.Runtime.InteropServices;
using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program that, asked to end, lets its calls end first.</summary>
internal static class OrderlyHost
{
    public static async Task RunAsync(string folder)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void NoteThat(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, NoteThat);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, NoteThat);
        await using var pool = new ProcessPool(new() { Workers = 2, ShutdownGrace = TimeSpan.FromMinutes(1) });
        string release = Path.Combine(folder, "go");
        Task[] held = [ProcessTasks.RunHold(Path.Combine(folder, "a"), release, pool), ProcessTasks.RunHold(Path.Combine(folder, "b"), release, pool)];
        await Files.WaitForAsync(Path.Combine(folder, "a"));
        await Files.WaitForAsync(Path.Combine(folder, "b"));
        Files.Write(Path.Combine(folder, "ready"), "");

        await asked.Task;
        ValueTask closing = pool.DisposeAsync();
        Files.Write(release, "");
        await closing;
        await Task.WhenAll(held);
        Files.Write(Path.Combine(folder, "result"), "ok");
    }
}
