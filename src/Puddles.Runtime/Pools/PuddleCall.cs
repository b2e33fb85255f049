using System.Runtime.InteropServices;
using Puddles.Hosting;
using Puddles.Serialization;
using Puddles.Watching;
using Puddles.Wire;

namespace Puddles;

/// <summary>
/// One submitted call, as an engine sees it: what to run, with which encoded arguments, and how to settle it. The pool
/// that takes it settles it exactly once; whatever comes later is refused. Settling is safe from any thread, and runs
/// no code of the caller's on that thread but the decoding of the result.
/// </summary>
public abstract class PuddleCall
{
    private ReadOnlyMemory<byte> _arguments;
    private PuddleCallTroubles? _troubles;

    private protected PuddleCall(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index)
    {
        Pool = pool;
        Unit = unit;
        _arguments = arguments;
        Index = index;
    }

    /// <summary>The id of the task.</summary>
    public ulong TaskId => Adapted is null ? Definition.Id : Adapted.Terms.TaskId;

    /// <summary>The name of the task on the wire.</summary>
    public string TaskName => Definition.Name;

    /// <summary>The fingerprint of the contract that the arguments are encoded by.</summary>
    public ulong Contract => Adapted is null ? Definition.Contract : Adapted.Terms.Contract;

    /// <summary>The encoded arguments: one MessagePack array. Valid until the call is settled.</summary>
    public ReadOnlyMemory<byte> Arguments => Adapted is null ? _arguments : Adapted.Arguments;

    /// <summary>The position of the call in its batch, from 0; 0 for a call on its own.</summary>
    public int Index { get; }

    /// <summary>How long the call may run, counted from when it begins; null for no limit.</summary>
    public TimeSpan? Timeout => Unit.Options.Timeout
        ?? (Definition.TimeoutMilliseconds > 0 ? TimeSpan.FromMilliseconds(Definition.TimeoutMilliseconds) : null);

    /// <summary>How long the call may wait until it begins, counted from when it is submitted; null for as long as the engine lets it. One that has not begun by then is settled with a <see cref="QueueTimeoutException"/>.</summary>
    public TimeSpan? QueueTimeout => Unit.Options.QueueTimeout;

    /// <summary>Of the calls that wait, those of the highest priority begin first; 0 unless the unit asks otherwise.</summary>
    public int Priority => Unit.Options.Priority;

    /// <summary>How often it may be run again after its worker died.</summary>
    public int Retries => Unit.Options.Retries ?? Definition.Retries;

    /// <summary>The cores that it is to run on, by number; null where that does not matter.</summary>
    public IReadOnlyList<int>? Cores => Unit.Options.Terms.Cores?.Cores;

    /// <summary>The caller's. An engine that sees it cancelled stops the call as soon as it can and settles it by <see cref="TrySetCanceled"/>.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Whether the call is settled.</summary>
    public abstract bool IsSettled { get; }

    /// <summary>How many calls it stands for: more than one for those that <see cref="ProcessPool"/> sends together.</summary>
    internal virtual int Count => 1;

    /// <summary>Whether its result is a block that is best read while it comes in.</summary>
    internal virtual bool ReadsLateBlock => false;

    /// <summary>Its result, where that was read while it came in; it is told when the call is settled with the rest of it.</summary>
    internal EarlyResult? Early
    {
        get => _troubles?.Early;
        set => Troubles.Early = value;
    }

    internal CallTerms Terms => Watch?.Trace is { } trace ? Unit.Options.Terms with { Trace = trace } : Unit.Options.Terms;

    internal CapturedOutput? Output => Unit.Options.Output;

    internal TaskDefinition Definition => Unit.Task;

    /// <summary>Who follows the call; set before it is submitted.</summary>
    internal CallWatch? Watch
    {
        get => _troubles?.Watch;
        set
        {
            if (value is not null)
            {
                Troubles.Watch = value;
            }
        }
    }

    /// <summary>The pool that it was submitted to.</summary>
    internal PuddlePool Pool { get; }

    /// <summary>How it is put to workers of another build; null for those of this program's. It changes only between two submissions.</summary>
    internal AdaptedCall? Adapted => _troubles?.Adapted;

    private protected PuddleUnit Unit { get; }

    /// <summary>What most calls never have; null while it has none of it.</summary>
    private protected PuddleCallTroubles? TroublesIfAny => _troubles;

    private protected PuddleCallTroubles Troubles => _troubles ?? Interlocked.CompareExchange(ref _troubles, new PuddleCallTroubles(), null) ?? _troubles;

    /// <summary>Settles the call with the result of its task. A result that cannot be read settles it as failed.</summary>
    /// <param name="result">The encoded result, one MessagePack value; it is read before this returns.</param>
    /// <returns>Whether this settled the call; false where it was settled before.</returns>
    public bool TrySetResult(ReadOnlyMemory<byte> result) => TrySetResult(result, out _);

    /// <summary>
    /// Settles the call with the failure of its task, as <see cref="TaskDispatcher"/> encoded it. Where a worker of another
    /// build refused the call but can take it on its own terms, the call is submitted to the pool once more instead.
    /// </summary>
    /// <param name="failure">The encoded failure; it is read before this returns.</param>
    /// <returns>Whether this settled the call, or gave it to the pool again.</returns>
    public bool TrySetFailure(ReadOnlyMemory<byte> failure)
    {
        if (IsSettled)
        {
            return false;
        }

        FailureKind? kind = Failure.ReadKind(failure);
        return (kind is FailureKind.UnknownTask or FailureKind.ContractMismatch && Pool.TryResend(this, kind.Value, Failure.ReadWorkerSchema(failure)))
            || TrySetException(Failure.Read(failure, Definition), CallOutcomes.Of(kind));
    }

    /// <summary>Settles the call as failed.</summary>
    /// <param name="error">What the caller gets.</param>
    /// <returns>Whether this settled the call.</returns>
    public bool TrySetException(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return TrySetException(error, CallOutcomes.Of(error));
    }

    /// <summary>Settles the call as cancelled by its caller.</summary>
    /// <returns>Whether this settled the call.</returns>
    public abstract bool TrySetCanceled();

    /// <summary>Settles the call with its result, or as failed where that cannot be read.</summary>
    internal abstract bool TrySetResult(ReadOnlyMemory<byte> result, out CallOutcome outcome);

    /// <summary>Settles the call as failed, and counts it as something that its exception does not tell.</summary>
    internal abstract bool TrySetException(Exception error, CallOutcome outcome);

    /// <summary>Reads a result while it comes in.</summary>
    /// <param name="result">What comes before the block.</param>
    /// <param name="block">The block.</param>
    internal virtual EarlyResult ReadEarly(ReadOnlyMemory<byte> result, LateBlock block) => throw new InvalidOperationException("It has no such result.");

    /// <summary>One of the calls that it stands for, by itself.</summary>
    internal virtual PuddleCall Extract(int offset) => throw new InvalidOperationException("It is one call.");

    /// <summary>Settles one of the calls that it stands for with its result; who awaits them learns of it by <see cref="Report"/>.</summary>
    internal virtual void SetResultOf(int offset, ReadOnlyMemory<byte> result, out CallOutcome outcome) => throw new InvalidOperationException("It is one call.");

    /// <summary>Tells who awaits them of the calls that were settled since.</summary>
    internal virtual void Report()
    {
    }

    /// <summary>Leaves the memory of the arguments to the next call that needs so much: its task has read them, and nobody else reads them any more.</summary>
    internal void ReleaseArguments()
    {
        if (MemoryMarshal.TryGetArray(_arguments, out ArraySegment<byte> arguments))
        {
            LargeArrays.Return(arguments.Array!);
            _arguments = default;
        }
    }

    /// <summary>Puts the call to workers of another build.</summary>
    /// <exception cref="PuddleException">It gives a value to a parameter that they do not have.</exception>
    internal void Adapt(WorkerTerms terms) =>
        Troubles.Adapted = new AdaptedCall(terms, OptionalArguments.Keep(Definition, _arguments, terms.Count), (Adapted?.Round ?? 0) + 1);
}
