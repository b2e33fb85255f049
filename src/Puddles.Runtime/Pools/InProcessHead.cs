namespace Puddles;

/// <summary>The head of an <see cref="InProcessPool"/>: set up once, by whoever comes first, and torn down once. Safe from any thread.</summary>
internal sealed class InProcessHead(ProcessHead head)
{
    private readonly Lock _gate = new();
    private Task<WorkerStartException?>? _setUp;
    private Task? _tearDown;

    public ProcessHead Head => head;

    /// <summary>Sets it up, or waits until that is done.</summary>
    /// <returns>Why it could not be set up; null where it is.</returns>
    public Task<WorkerStartException?> SetUpAsync()
    {
        lock (_gate)
        {
            // On the thread pool, so that no code of the user runs under the lock.
            return _setUp ??= Task.Run(DoSetUpAsync);
        }
    }

    /// <summary>Tears it down, if it was set up.</summary>
    public Task TearDownAsync()
    {
        lock (_gate)
        {
            return _tearDown ??= _setUp is null ? Task.CompletedTask : Task.Run(DoTearDownAsync);
        }
    }

    private async Task<WorkerStartException?> DoSetUpAsync()
    {
        try
        {
            (head as InfoHead)?.Introduce(workerId: 1, Environment.ProcessId);
            await head.SetUpAsync(CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception error)
        {
            return new WorkerStartException($"The head '{head.GetType()}' could not be set up: {error.Message}", error);
        }
    }

    private async Task DoTearDownAsync()
    {
        if (await SetUpAsync().ConfigureAwait(false) is null)
        {
            await head.TearDownAsync().ConfigureAwait(false);
        }
    }
}
