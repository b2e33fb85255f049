namespace Puddles.Workers;

/// <summary>
/// Calls whose results have been read and whose callers are to be told, one after the other, which may run code of theirs. All
/// of them are one item for the thread pool, as a wake-up for each would take longer than most calls. Where one keeps its
/// thread, the others go their own ways.
/// </summary>
/// <param name="onDone">Called when all are told, or went their own ways.</param>
internal sealed class Completions(Action<Completions> onDone) : IThreadPoolWorkItem
{
    private const int CompletionsForEachLook = 8;

    [ThreadStatic]
    private static Completions? _collecting;

    private IThreadPoolWorkItem?[] _items = new IThreadPoolWorkItem?[16];
    private int _count;
    private int _taken;
    private int _seen;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>Leaves it to who reads on this thread to see that a caller is told, if there is one that does.</summary>
    public static bool TryDefer(IThreadPoolWorkItem completion)
    {
        Completions? collecting = _collecting;
        collecting?.Add(completion);
        return collecting is not null;
    }

    /// <summary>Begins to collect what is deferred on this thread.</summary>
    public void Collect()
    {
        _count = 0;
        _seen = 0;
        Volatile.Write(ref _taken, 0);
        _collecting = this;
    }

    /// <summary>Ends collecting.</summary>
    public static void Seal() => _collecting = null;

    /// <summary>Tells those that nobody has taken, one after the other.</summary>
    public void Execute()
    {
        var patience = new TellingPatience();
        for (int told = 1; Take() is { } next; told++)
        {
            next.Execute();
            if (told % CompletionsForEachLook == 0 && patience.IsOver(told))
            {
                HandOver();
            }
        }

        onDone(this);
    }

    /// <summary>Whether the same one is being told as the last time that this was asked. To be asked now and then.</summary>
    public bool IsStuck()
    {
        int taken = Volatile.Read(ref _taken);
        bool isStuck = taken != 0 && taken == _seen;
        _seen = taken;
        return isStuck;
    }

    /// <summary>Sends those that nobody has taken to the thread pool, each by itself.</summary>
    public void HandOver()
    {
        while (Take() is { } item)
        {
            ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: false);
        }
    }

    private IThreadPoolWorkItem? Take()
    {
        int index = Interlocked.Increment(ref _taken) - 1;
        return index < _count ? Interlocked.Exchange(ref _items[index], null) : null;
    }

    private void Add(IThreadPoolWorkItem completion)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = completion;
    }
}
