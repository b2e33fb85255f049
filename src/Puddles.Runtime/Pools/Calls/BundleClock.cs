namespace Puddles;

/// <summary>
/// Sends calls that wait for others to go with and whose source lets them wait: a source that blocks must hold up none of the
/// calls that it gave. One clock for all batches, which stands still while there are none. Safe from any thread.
/// </summary>
internal static class BundleClock
{
    private const int PeriodMilliseconds = 10;
    private const int IdleTurnsUntilStop = 100;

    private static readonly Lock Gate = new();
    private static readonly HashSet<IOpenBundle> Open = [];
    private static Timer? _timer;
    private static int _idleTurns;

    public static void Add(IOpenBundle bundle)
    {
        lock (Gate)
        {
            Open.Add(bundle);
            _timer ??= new Timer(_ => Turn(), null, PeriodMilliseconds, PeriodMilliseconds);
        }
    }

    public static void Remove(IOpenBundle bundle)
    {
        lock (Gate)
        {
            Open.Remove(bundle);
        }
    }

    private static void Turn()
    {
        IOpenBundle[] open;
        lock (Gate)
        {
            open = [.. Open];
            _idleTurns = open.Length == 0 ? _idleTurns + 1 : 0;
            if (_idleTurns > IdleTurnsUntilStop)
            {
                _timer?.Dispose();
                _timer = null;
                _idleTurns = 0;
            }
        }

        Array.ForEach(open, bundle => bundle.SendIfOld());
    }
}
