using System.Diagnostics;

namespace Puddles.Workers;

/// <summary>How long callers may keep a thread on which others are to be told after them: on average no longer than waking another thread would take.</summary>
internal readonly struct TellingPatience()
{
    private static readonly long ForAll = Stopwatch.Frequency / 5_000;
    private static readonly long ForEach = Stopwatch.Frequency / 200_000;

    private readonly long _began = Stopwatch.GetTimestamp();

    /// <param name="told">How many have been told.</param>
    public bool IsOver(int told) => Stopwatch.GetTimestamp() - _began > ForAll + (told * ForEach);
}
