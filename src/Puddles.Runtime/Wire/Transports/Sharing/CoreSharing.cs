namespace Puddles.Wire.Transports.Sharing;

/// <summary>
/// Keeps a thread that works hand in hand with one of another process off its core. The system wakes a thread where it is
/// woken from, and as the two then run in turns, neither ever waits for the core, so that nothing moves them apart. Each
/// move that did not help for long makes the next one rarer. Used by one thread at a time.
/// </summary>
internal sealed class CoreSharing
{
    private const int Least = 4;
    private const int Most = 4096;

    private int _patience = Least;
    private int _meetings;

    /// <summary>Notes that the two were found on one core, and moves this thread if that is the rule.</summary>
    public void Meet(int core)
    {
        if (++_meetings >= _patience)
        {
            _meetings = 0;
            _patience = Math.Min(Most, _patience * 2);
            Core.Leave(core);
        }
    }

    /// <summary>Notes that they work side by side.</summary>
    public void Part()
    {
        _meetings = 0;
        _patience = Math.Max(Least, _patience - 1);
    }
}
