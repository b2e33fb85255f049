namespace Puddles.Runtime.Tests.Pools;

/// <summary>Sources of units of every kind.</summary>
internal static class Source
{
    /// <summary>Hides how many there are.</summary>
    public static IEnumerable<T> Uncounted<T>(IEnumerable<T> items)
    {
        foreach (T item in items)
        {
            yield return item;
        }
    }

    /// <summary>Suspends now and then.</summary>
    public static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> items)
    {
        int count = 0;
        foreach (T item in items)
        {
            if (count++ % 100 == 0)
            {
                await Task.Yield();
            }

            yield return item;
        }
    }

    public static IEnumerable<PuddleUnit<int>> ThrowingAt(int position, Func<int, PuddleUnit<int>> unit)
    {
        for (int i = 0; i < position; i++)
        {
            yield return unit(i);
        }

        throw new FormatException($"at {position}");
    }
}
