namespace Puddles.Serialization;

/// <summary>
/// Large arrays, without new memory for each: that costs more than all that is done with them. Those that are of no more
/// use are kept for who needs one next, for a second or two. Safe from any thread.
/// </summary>
internal static class LargeArrays
{
    /// <summary>From where on it is worth it.</summary>
    public const int LeastBytes = 256 * 1024;

    private const int Most = 8;
    private const long MostBytes = 512L * 1024 * 1024;
    private const int PeriodMilliseconds = 1000;
    private const int PlugBytes = 85_000;

    private static readonly Lock Gate = new();
    private static readonly List<(byte[] Array, bool IsSeen)> Spare = [];

    // The collector gives the end of its memory back to the system when nothing is left there, only to ask for it again:
    // so something small is left there, among what large calls use, while there are large calls.
    private static readonly byte[]?[] Plugs = new byte[16][];

    private static Timer? _timer;
    private static int _nextPlug;
    private static bool _isUsed;

    /// <summary>Makes an array for good, for who fills it at once: it holds whatever the memory held before.</summary>
    public static byte[] Make(int length)
    {
        byte[] array = GC.AllocateUninitializedArray<byte>(length);
        Prepare(array);
        return array;
    }

    /// <summary>Prepares a new array that is filled at once.</summary>
    public static void Prepare(Span<byte> memory)
    {
        if (memory.Length < LeastBytes)
        {
            return;
        }

        Volatile.Write(ref _isUsed, true);
        if (NewMemory.Prepare(memory))
        {
            byte[] plug = GC.AllocateUninitializedArray<byte>(PlugBytes);
            lock (Gate)
            {
                Plugs[_nextPlug++ % Plugs.Length] = plug;
                Watch();
            }
        }
    }

    /// <summary>Gives an array of that length or more, which holds whatever it held.</summary>
    public static byte[] Take(int least)
    {
        if (TryTake(least) is { } spare)
        {
            return spare;
        }

        byte[] array = GC.AllocateUninitializedArray<byte>(least);
        NewMemory.Prepare(array);
        return array;
    }

    /// <summary>Gives an array of that length or more that is there, and holds whatever it held.</summary>
    /// <returns>Null where there is none.</returns>
    public static byte[]? TryTake(int least)
    {
        lock (Gate)
        {
            int best = -1;
            for (int i = 0; i < Spare.Count; i++)
            {
                if (Spare[i].Array.Length >= least && (best < 0 || Spare[i].Array.Length < Spare[best].Array.Length))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                return null;
            }

            byte[] array = Spare[best].Array;
            Spare.RemoveAt(best);
            return array;
        }
    }

    /// <summary>Takes an array back that nobody uses any more; a small one is left to the collector.</summary>
    public static void Return(byte[] array)
    {
        if (array.Length < LeastBytes)
        {
            return;
        }

        lock (Gate)
        {
            if (Spare.Count == Most)
            {
                Spare.RemoveAt(0);
            }

            if (Spare.Sum(spare => (long)spare.Array.Length) + array.Length <= MostBytes)
            {
                Spare.Add((array, false));
                Watch();
            }
        }
    }

    private static void Watch() => _timer ??= new Timer(static _ => Trim(), null, PeriodMilliseconds, PeriodMilliseconds);

    /// <summary>Lets go what was here at the last look, and the plugs where nobody has made an array since.</summary>
    internal static void Trim()
    {
        lock (Gate)
        {
            Spare.RemoveAll(spare => spare.IsSeen);
            for (int i = 0; i < Spare.Count; i++)
            {
                Spare[i] = (Spare[i].Array, true);
            }

            if (!_isUsed)
            {
                Array.Clear(Plugs);
            }

            if (Spare.Count == 0 && !_isUsed)
            {
                _timer?.Dispose();
                _timer = null;
            }

            _isUsed = false;
        }
    }
}
