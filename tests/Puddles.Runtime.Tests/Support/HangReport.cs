using System.Text;
using Puddles.Watching;

namespace Puddles.Runtime.Tests.Support;

/// <summary>What a hang leaves to be understood by.</summary>
internal static class HangReport
{
    /// <summary>The state of every pool of this process that is not closed, its workers and its calls.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (PuddlePool pool in LivePools.All())
        {
            text.AppendLine(pool is ProcessPool processes ? processes.Describe() : $"{pool.GetType().Name} '{pool.Name}': {pool.Stats}");
        }

        return text.AppendLine($"Thread pool: {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} items wait.").ToString();
    }
}
