namespace Puddles.Watching;

/// <summary>The pools that can be observed: those that are made and not closed. It keeps none alive. Safe from any thread.</summary>
internal static class LivePools
{
    private static readonly Lock Gate = new();
    private static readonly List<WeakReference<PuddlePool>> Pools = [];

    public static void Add(PuddlePool pool)
    {
        PuddlesMeter.Publish();
        lock (Gate)
        {
            Pools.RemoveAll(reference => !reference.TryGetTarget(out _));
            Pools.Add(new WeakReference<PuddlePool>(pool));
        }

        PuddlesEventSource.Log.PoolMade(pool.Name, pool.GetType().Name);
    }

    public static void Remove(PuddlePool pool)
    {
        int removed;
        lock (Gate)
        {
            removed = Pools.RemoveAll(reference => !reference.TryGetTarget(out PuddlePool? other) || other == pool);
        }

        if (removed > 0)
        {
            PuddlesEventSource.Log.PoolClosed(pool.Name);
        }
    }

    public static IReadOnlyList<PuddlePool> All()
    {
        var all = new List<PuddlePool>();
        lock (Gate)
        {
            foreach (WeakReference<PuddlePool> reference in Pools)
            {
                if (reference.TryGetTarget(out PuddlePool? pool))
                {
                    all.Add(pool);
                }
            }
        }

        return all;
    }
}
