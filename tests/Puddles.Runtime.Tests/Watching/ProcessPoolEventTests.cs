using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Watching;

[Collection(WatchingAlone.Name)]
public sealed class ProcessPoolEventTests
{
    [Fact]
    public async Task The_life_of_a_pool_its_workers_and_its_failures_is_told()
    {
        string name = $"told-{Guid.NewGuid():N}";
        using var listener = new Listener(name);
        var pool = new ProcessPool(new() { Name = name, Workers = 1, WorkerCommand = [Programs.Worker] });

        int process = await ProcessTasks.RunProcessId(pool).OrHang();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, pool)).OrHang();
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(7, pool)).OrHang();
        await ContractTasks.RunSquare(3, pool).OrHang();
        await pool.DisposeAsync().OrHang();

        string[] told = [.. listener.Events];
        Assert.Equal($"PoolMade Informational ProcessPool", told[0]);
        Assert.Equal("WorkerStarting Informational 1", told[1]);
        Assert.Equal($"WorkerReady Informational 1 {process}", told[2]);
        Assert.StartsWith("CallFailed Warning Puddles.TestTasks.ContractTasks.SquareUnlessOdd(int) threw ", told[3], StringComparison.Ordinal);
        Assert.Contains(told, item => item.StartsWith($"WorkerLost Warning 1 {process} exited with code 7", StringComparison.Ordinal));
        Assert.Contains(told, item => item.StartsWith("CallFailed Warning Puddles.TestWorker.DeathTasks.Exit(int) worker_died ", StringComparison.Ordinal));
        Assert.Contains(told, item => item.StartsWith("WorkerReady Informational 2 ", StringComparison.Ordinal));
        Assert.Contains(told, item => item.StartsWith("WorkerEnded Informational 2 ", StringComparison.Ordinal));
        Assert.Contains("PoolClosed Informational", told);
    }

    [Fact]
    public async Task A_worker_that_does_not_start_is_told()
    {
        string name = $"told-{Guid.NewGuid():N}";
        using var listener = new Listener(name);
        await using var pool = new ProcessPool(new() { Name = name, WorkerCommand = ["/no/such/program"] });

        await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool)).OrHang();

        Assert.Contains(listener.Events, item => item.StartsWith("WorkerNotStarted Error 1 ", StringComparison.Ordinal) && item.Contains("/no/such/program", StringComparison.Ordinal));
    }

    private sealed class Listener(string pool) : EventListener
    {
        public ConcurrentQueue<string> Events { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Puddles")
            {
                EnableEvents(eventSource, EventLevel.Informational, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventSource.Name == "Puddles" && eventData.Payload is { Count: > 0 } payload && (string?)payload[0] == pool)
            {
                Events.Enqueue(string.Join(' ', [eventData.EventName, eventData.Level, .. payload.Skip(1)]));
            }
        }
    }
}
