using System.Collections.ObjectModel;
using System.Runtime.InteropServices;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes a <see cref="Collection{T}"/>.</summary>
    public static Collection<T> ToCollection<T>(T[] items) => [.. items];

    /// <summary>Makes a <see cref="ReadOnlyCollection{T}"/>.</summary>
    public static ReadOnlyCollection<T> ToReadOnlyCollection<T>(T[] items) => new(items);

    /// <summary>Makes an <see cref="ObservableCollection{T}"/>.</summary>
    public static ObservableCollection<T> ToObservableCollection<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="ReadOnlyObservableCollection{T}"/>.</summary>
    public static ReadOnlyObservableCollection<T> ToReadOnlyObservableCollection<T>(T[] items) => new(new ObservableCollection<T>(items));

    /// <summary>Makes a <see cref="LinkedList{T}"/>.</summary>
    public static LinkedList<T> ToLinkedList<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="List{T}"/>.</summary>
    public static List<T> ToList<T>(T[] items)
    {
        var list = new List<T>();
        CollectionsMarshal.SetCount(list, items.Length);
        items.CopyTo(CollectionsMarshal.AsSpan(list));
        return list;
    }
}
