using System.Collections.Concurrent;
using Puddles.Hosting;

namespace Puddles;

/// <content>Workers of another build.</content>
public abstract partial class PuddlePool
{
    // Empty, and not looked into, as long as every worker is of the same build as this program.
    private readonly ConcurrentDictionary<TaskDefinition, WorkerTerms> _terms = new();
    private volatile bool _hasTerms;

    /// <summary>Submits a call, on the terms that workers took its task on before, if they were not this program's.</summary>
    internal void Send(PuddleCall call)
    {
        if (IsSendable(call))
        {
            Submit(call);
        }
    }

    /// <summary>As <see cref="Send"/>, for a call of a batch.</summary>
    /// <returns>Completes when there is room for more.</returns>
    internal ValueTask SendAsync(PuddleCall call) => IsSendable(call) ? SubmitAsync(call) : default;

    /// <summary>Whether workers of another build have been met.</summary>
    private protected bool HasTerms => _hasTerms;

    // Calls that go together are on the caller's terms: a worker that refuses them does so one by one.
    private bool IsSendable(PuddleCall call) =>
        !_hasTerms || call.Count > 1 || !_terms.TryGetValue(call.Definition, out WorkerTerms? terms) || TryAdapt(call, terms);

    /// <summary>Sends a call again that a worker of another build refused, if there are terms on which it may be taken.</summary>
    /// <returns>Whether this answers the refusal; else it stands.</returns>
    internal bool TryResend(PuddleCall call, FailureKind kind, string workerSchema)
    {
        if (Negotiation.Next(call.Definition, call.Adapted, kind, workerSchema) is not { } terms)
        {
            return false;
        }

        if (terms.Contract != 0)
        {
            _terms[call.Definition] = terms;
            _hasTerms = true;
        }

        if (TryAdapt(call, terms))
        {
            // The engine that refused the call may not be ready to take another one here.
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.Pool.SubmitAgain(call), call, preferLocal: false);
        }

        return true;
    }

    private static bool TryAdapt(PuddleCall call, WorkerTerms terms)
    {
        try
        {
            call.Adapt(terms);
            return true;
        }
        catch (Exception error)
        {
            call.TrySetException(error);
            return false;
        }
    }

    private void SubmitAgain(PuddleCall call)
    {
        try
        {
            Submit(call);
        }
        catch (Exception error)
        {
            // Engines are told not to throw; nobody would hear of it here.
            call.TrySetException(error);
        }
    }
}
