namespace Puddles;

/// <summary>
/// What a worker keeps for its tasks, such as a model or a connection that is loaded once. There is one instance for each
/// worker, made in the worker by generated code: a class that derives from this one needs a constructor without
/// parameters, and must be neither abstract nor generic. <see cref="ProcessPoolOptions.UseHead{THead}"/> names it, and a
/// task gets it by declaring a parameter of its type, which its helpers do not show.
/// </summary>
/// <remarks>Set-up comes before every call and tear-down after; calls that run at the same time share the instance.</remarks>
public class ProcessHead
{
    /// <summary>Whether <see cref="RunAsync"/> is known to do no more than its default, so that it need not be called.</summary>
    internal bool IsPlain { get; set; }

    /// <summary>Gets ready, before the worker takes calls. It counts towards <see cref="ProcessPoolOptions.StartTimeout"/>. What it throws is the cause of the <see cref="WorkerStartException"/> that every waiting call gets.</summary>
    /// <param name="cancellationToken">Cancelled when the worker is told to stop: its pool is disposed, or the time to start is up. What does not stop within seconds is killed. An <see cref="InProcessPool"/> never cancels it.</param>
    /// <returns>Completes when it is ready.</returns>
    protected internal virtual ValueTask SetUpAsync(CancellationToken cancellationToken) => default;

    /// <summary>Runs around each call. What it throws is the failure of that call; the result stays the task's own.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">Runs the task. Call it exactly once, or throw.</param>
    /// <returns>Completes when the call is done; the task is waited for in any case.</returns>
    /// <exception cref="PuddleException"><paramref name="next"/> was called again.</exception>
    protected internal virtual ValueTask RunAsync(PuddleContext call, Func<ValueTask> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next();
    }

    /// <summary>
    /// Cleans up when the worker ends in good order: the pool is disposed, or the worker recycled or idle for too long. It is
    /// not called in a worker that is killed, dies or was not set up, and a worker that takes more than seconds for it is killed.
    /// </summary>
    /// <returns>Completes when it is done.</returns>
    protected internal virtual ValueTask TearDownAsync() => default;
}
