using System.Collections;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Counts how many units were taken of it, and how often it was disposed of.</summary>
internal sealed class CountingSource(int count, Func<int, PuddleUnit<int>> unit) : IEnumerable<PuddleUnit<int>>
{
    private int _taken;
    private int _disposed;

    public int Taken => Volatile.Read(ref _taken);

    public int Disposed => Volatile.Read(ref _disposed);

    /// <summary>Called with the number taken before each is given.</summary>
    public Action<int>? OnTake { get; init; }

    public IEnumerator<PuddleUnit<int>> GetEnumerator()
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                int taken = Interlocked.Increment(ref _taken);
                OnTake?.Invoke(taken);
                yield return unit(i);
            }
        }
        finally
        {
            Interlocked.Increment(ref _disposed);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
