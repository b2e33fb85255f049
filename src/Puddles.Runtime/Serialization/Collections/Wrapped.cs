using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Puddles.Serialization;

/// <summary>What is behind a read-only set, whose comparer it does not tell.</summary>
internal static class Wrapped<T>
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Set")]
    public static extern ISet<T> Set(ReadOnlySet<T> wrapper);
}

/// <summary>What is behind a read-only dictionary, whose comparer it does not tell.</summary>
internal static class Wrapped<TKey, TValue>
    where TKey : notnull
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Dictionary")]
    public static extern IDictionary<TKey, TValue> Dictionary(ReadOnlyDictionary<TKey, TValue> wrapper);
}
