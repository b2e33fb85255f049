using System.ComponentModel;

namespace Puddles.Serialization;

/// <summary>
/// Follows how keys from a payload fall into the buckets of a hash table, and refuses those that were made to fall into
/// the same ones: with them, filling a table takes time by the square of their number. It counts, so that the finished
/// table keeps the default comparer. Used by generated code.
/// </summary>
/// <typeparam name="TKey">The type of the keys. The framework's tables look after texts by themselves.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct HashLoad<TKey>
{
    /// <summary>How many keys a key may be compared with on its way into a table, on average.</summary>
    public const int MostComparisons = 256;

    private readonly long _most;
    private ushort[]? _keysInBucket;
    private long _comparisons;

    /// <summary>Begins with an empty table.</summary>
    /// <param name="count">How many keys are to come, checked against the bytes that are left.</param>
    public HashLoad(int count)
    {
        if (IsCountedFor(count))
        {
            _keysInBucket = [];
            _most = (long)MostComparisons * count;
        }
    }

    // Fewer keys cannot take more comparisons, whatever they are.
    internal static bool IsCountedFor(int count) => count > 2 * MostComparisons && typeof(TKey) != typeof(string);

    /// <summary>Counts a key that is about to be added.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="table">The table with the keys before it.</param>
    /// <exception cref="PuddleSerializationException">Too many keys fall into the same buckets.</exception>
#pragma warning disable CS8714 // Sets may hold null, so TKey may be nullable here; the keys of a dictionary are not.
    public void Count<TValue>(TKey key, Dictionary<TKey, TValue> table)
#pragma warning restore CS8714
    {
        if (_keysInBucket is not null && key is not null)
        {
            if (_keysInBucket.Length != table.Capacity)
            {
                CountAnew(table.Keys, table.Capacity);
            }

            Count(key);
        }
    }

    /// <summary>Counts a key that is about to be added.</summary>
    internal void Count(TKey key, HashSet<TKey> table)
    {
        if (_keysInBucket is not null && key is not null)
        {
            if (_keysInBucket.Length != table.Capacity)
            {
                CountAnew(table, table.Capacity);
            }

            Count(key);
        }
    }

    // A table that grows deals its keys out again without comparing them.
    private void CountAnew(IEnumerable<TKey> keys, int buckets)
    {
        _keysInBucket = new ushort[buckets];
        foreach (TKey key in keys)
        {
            Put(key);
        }
    }

    private void Count(TKey key)
    {
        _comparisons += Put(key);
        if (_comparisons > _most)
        {
            throw new PuddleSerializationException(
                $"Too many keys of type '{typeof(TKey)}' collide: for each, more than {MostComparisons} others would have to be looked at. They were made to, or the type needs a GetHashCode that tells its values apart.");
        }
    }

    // How many keys were in its bucket before it.
    private readonly int Put(TKey key)
    {
        ushort[] buckets = _keysInBucket!;
        ref ushort keys = ref buckets[(uint)EqualityComparer<TKey>.Default.GetHashCode(key!) % (uint)buckets.Length];
        int before = keys;
        keys = (ushort)Math.Min(before + 1, ushort.MaxValue);
        return before;
    }
}
