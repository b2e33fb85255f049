namespace Puddles.Workers;

/// <summary>Whom a worker tells what happens to it. All calls come on the thread that reads from the worker, and must not wait.</summary>
internal interface IWorkerOwner
{
    /// <summary>It is ready for calls.</summary>
    void OnReady(Worker worker);

    /// <summary>It never became ready, and is gone.</summary>
    void OnStartFailed(Worker worker, WorkerStartException error);

    /// <summary>It answered calls; it can be given more.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="replies">What it said, in order, to be changed at will. The payloads are valid until this returns.</param>
    /// <param name="isAll">Whether nothing else has come from it yet.</param>
    /// <returns>False where another thread reads from the worker now.</returns>
    bool OnReplies(Worker worker, List<WorkerReply> replies, bool isAll);

    /// <summary>It is gone.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="exit">How it ended.</param>
    /// <param name="calls">The calls that it still had, in order: the first <see cref="Worker.TasksAtATime"/> may have begun where <see cref="Worker.MayHaveBegun"/> says so, the others never did.</param>
    void OnExited(Worker worker, WorkerExit exit, IReadOnlyList<WorkerCall> calls);
}
