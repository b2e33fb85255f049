using System.Runtime.ExceptionServices;

namespace Puddles;

/// <summary>How one call ended: with a value or with an error. Immutable.</summary>
/// <typeparam name="T">What its task returns.</typeparam>
public readonly struct PuddleOutcome<T>
{
    private readonly T _value;

    private PuddleOutcome(int index, T value, bool isSuccess, Exception? error)
    {
        Index = index;
        IsSuccess = isSuccess;
        Error = error;
        _value = value;
    }

    /// <summary>The position of the call in its batch, from 0.</summary>
    public int Index { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess { get; }

    /// <summary>Why there is none: an <see cref="OperationCanceledException"/> where the call was cancelled; null on success.</summary>
    public Exception? Error { get; }

    /// <summary>What the task returned. Where it failed, reading this throws <see cref="Error"/>.</summary>
    /// <exception cref="InvalidOperationException">This is no outcome of a call, but the default of the type.</exception>
    public T Value
    {
        get
        {
            if (IsSuccess)
            {
                return _value;
            }

            ExceptionDispatchInfo.Throw(Error ?? new InvalidOperationException("This is not the outcome of any call."));
            return default!;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => IsSuccess ? $"[{Index}] {_value}" : $"[{Index}] failed: {Error?.Message}";

    internal static PuddleOutcome<T> Success(int index, T value) => new(index, value, true, null);

    internal static PuddleOutcome<T> Failure(int index, Exception error) => new(index, default!, false, error);
}
