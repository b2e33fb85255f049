using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>Whom a worker tells what happens to it. All calls come on the worker's own thread and must not wait.</summary>
internal interface IWorkerOwner
{
    /// <summary>It is ready for calls.</summary>
    void OnReady(Worker worker);

    /// <summary>It never became ready, and is gone.</summary>
    void OnStartFailed(Worker worker, WorkerStartException error);

    /// <summary>It answered a call.</summary>
    void OnReply(Worker worker, WorkerCall call, ReplyHeader reply, ReadOnlyMemory<byte> payload);

    /// <summary>All answers that have come are handled; it can be given more.</summary>
    void OnAnswersHandled(Worker worker);

    /// <summary>It is gone.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="exit">How it ended.</param>
    /// <param name="calls">The calls that it still had, in order: the first <see cref="Worker.TasksAtATime"/> may have begun where <see cref="Worker.MayHaveBegun"/> says so, the others never did.</param>
    void OnExited(Worker worker, WorkerExit exit, IReadOnlyList<WorkerCall> calls);
}
