using System.Collections.Concurrent;
using System.Diagnostics;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Watching;

[Collection(WatchingAlone.Name)]
public sealed class ProcessPoolTraceTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ProcessPool _pool = Programs.Pool(workers: 1);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().OrHang();

    [Fact]
    public async Task A_call_is_a_client_span_and_the_task_runs_below_it()
    {
        using ActivityListener listener = Listen();
        using var outer = new Activity("outer") { TraceStateString = "vendor=1" };
        outer.Start();

        Task<string?[]> call = TraceTasks.RunCurrentTrace(_pool);
        Assert.Same(outer, Activity.Current);
        string?[] seen = await call.OrHang();

        Activity span = Assert.Single(_stopped);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal("Puddles.TestWorker.TraceTasks.CurrentTrace()", span.OperationName);
        Assert.Equal((outer.TraceId, outer.SpanId), (span.TraceId, span.ParentSpanId));
        Assert.Equal<string?[]>([span.TraceId.ToHexString(), span.SpanId.ToHexString(), "vendor=1"], seen);
        Assert.Equal(("done", _pool.Name), (span.GetTagItem("puddles.outcome"), span.GetTagItem("puddles.pool")));
        Assert.Equal(await ProcessTasks.RunProcessId(_pool).OrHang(), span.GetTagItem("puddles.worker.pid"));
        Assert.Equal("puddles.begun", Assert.Single(span.Events).Name);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public async Task A_failure_is_on_the_span()
    {
        using ActivityListener listener = Listen();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, _pool)).OrHang();
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(3, _pool)).OrHang();

        Assert.Equal(["threw", "worker_died"], _stopped.Select(span => span.GetTagItem("puddles.outcome")));
        Assert.Equal(["System.ArgumentOutOfRangeException", "Puddles.WorkerDiedException"], _stopped.Select(span => span.GetTagItem("error.type")));
        Assert.All(_stopped, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        Assert.All(_stopped, span => Assert.NotNull(span.GetTagItem("puddles.worker.pid")));
    }

    [Fact]
    public async Task Calls_of_a_batch_are_spans_too()
    {
        using ActivityListener listener = Listen();
        using Activity outer = new Activity("outer").Start();

        await _pool.RunAllAsync(Enumerable.Range(0, 5).Select(ContractTasks.UnitSquare)).OrHang();

        Assert.Equal(5, _stopped.Count);
        Assert.All(_stopped, span => Assert.Equal(outer.SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task Where_nobody_listens_a_trace_that_is_there_is_passed_on_all_the_same()
    {
        using Activity outer = new Activity("outer").Start();

        string?[] seen = await TraceTasks.RunCurrentTrace(_pool).OrHang();

        Assert.Equal<string?[]>([outer.TraceId.ToHexString(), outer.SpanId.ToHexString(), null], seen);
    }

    [Fact]
    public async Task Without_a_trace_a_task_has_none()
    {
        Assert.Null(Activity.Current);

        Assert.Empty(await TraceTasks.RunCurrentTrace(_pool).OrHang());
    }

    [Fact]
    public async Task A_listener_that_throws_costs_no_call()
    {
        using ActivityListener listener = Listen();
        listener.ActivityStopped = _ => throw new InvalidOperationException("The listener is broken.");

        Assert.Equal(9, await ContractTasks.RunSquare(3, _pool).OrHang());
        Assert.Equal(0, _pool.Stats.LostWorkers);
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Puddles",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
