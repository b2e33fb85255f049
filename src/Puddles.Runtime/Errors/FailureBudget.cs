namespace Puddles;

/// <summary>What an encoded failure may hold, so that a failure is always smaller than a payload may be. Used by one thread.</summary>
internal sealed class FailureBudget(int characters, int exceptions)
{
    /// <summary>How deep exceptions nest, and how many of them one failure tells of.</summary>
    public const int MaxDepth = 16;
    public const int MaxExceptions = 64;

    /// <summary>How long one text is at most; a longer one says that it was cut.</summary>
    public const int MaxText = 32 * 1024;

    private int _characters = characters;
    private int _exceptions = exceptions;

    public static FailureBudget Usual() => new(8 * MaxText, MaxExceptions);

    /// <summary>Fits, with the rest of a failure, into the smallest payload limit there is.</summary>
    public static FailureBudget Least() => new(120, 1);

    /// <summary>Takes as many exceptions as may still be told of, at most what is asked for.</summary>
    public int TakeExceptions(int wanted)
    {
        int taken = Math.Clamp(wanted, 0, _exceptions);
        _exceptions -= taken;
        return taken;
    }

    public string? Take(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int allowed = Math.Min(MaxText, _characters);
        string kept = text.Length <= allowed ? text : $"{text.AsSpan(0, allowed)}… ({text.Length - allowed:N0} more characters left out)";
        _characters -= Math.Min(text.Length, allowed);
        return kept;
    }
}
