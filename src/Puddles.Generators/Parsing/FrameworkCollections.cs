namespace Puddles.Generators.Parsing;

/// <summary>The collections of the framework, by their names in the namespaces that have some.</summary>
internal static class FrameworkCollections
{
    private const string Generic = "System.Collections.Generic";
    private const string Concurrent = "System.Collections.Concurrent";
    private const string Immutable = "System.Collections.Immutable";
    private const string Frozen = "System.Collections.Frozen";
    private const string Objects = "System.Collections.ObjectModel";

    private static readonly Dictionary<string, (string Namespace, string Items, string Make)> SequencesByName = new(StringComparer.Ordinal)
    {
        ["HashSet`1"] = (Generic, "SetItems", "ToHashSet"),
        ["ISet`1"] = (Generic, "SetItems", "ToHashSet"),
        ["IReadOnlySet`1"] = (Generic, "SetItems", "ToHashSet"),
        ["SortedSet`1"] = (Generic, "SetItems", "ToSortedSet"),
        ["Queue`1"] = (Generic, "Items", "ToQueue"),
        ["Stack`1"] = (Generic, "StackItems", "ToStack"),
        ["LinkedList`1"] = (Generic, "Items", "ToLinkedList"),
        ["PriorityQueue`2"] = (Generic, "PriorityItems", "ToPriorityQueue"),
        ["ConcurrentQueue`1"] = (Concurrent, "Items", "ToConcurrentQueue"),
        ["ConcurrentStack`1"] = (Concurrent, "StackItems", "ToConcurrentStack"),
        ["ConcurrentBag`1"] = (Concurrent, "StackItems", "ToConcurrentBag"),
        ["Collection`1"] = (Objects, "Items", "ToCollection"),
        ["ReadOnlyCollection`1"] = (Objects, "Items", "ToReadOnlyCollection"),
        ["ObservableCollection`1"] = (Objects, "Items", "ToObservableCollection"),
        ["ReadOnlyObservableCollection`1"] = (Objects, "Items", "ToReadOnlyObservableCollection"),
        ["ReadOnlySet`1"] = (Objects, "SetItems", "ToReadOnlySet"),
        ["ImmutableArray`1"] = (Immutable, "Items", "ToImmutableArray"),
        ["ImmutableList`1"] = (Immutable, "Items", "ToImmutableList"),
        ["IImmutableList`1"] = (Immutable, "Items", "ToImmutableList"),
        ["ImmutableQueue`1"] = (Immutable, "Items", "ToImmutableQueue"),
        ["IImmutableQueue`1"] = (Immutable, "Items", "ToImmutableQueue"),
        ["ImmutableStack`1"] = (Immutable, "StackItems", "ToImmutableStack"),
        ["IImmutableStack`1"] = (Immutable, "StackItems", "ToImmutableStack"),
        ["ImmutableHashSet`1"] = (Immutable, "SetItems", "ToImmutableHashSet"),
        ["IImmutableSet`1"] = (Immutable, "SetItems", "ToImmutableHashSet"),
        ["ImmutableSortedSet`1"] = (Immutable, "SetItems", "ToImmutableSortedSet"),
        ["FrozenSet`1"] = (Frozen, "SetItems", "ToFrozenSet"),
        ["Memory`1"] = ("System", "Items", "ToMemory"),
        ["ReadOnlyMemory`1"] = ("System", "Items", "ToReadOnlyMemory"),
        ["ArraySegment`1"] = ("System", "Items", "ToArraySegment"),
    };

    private static readonly Dictionary<string, (string Namespace, string Make)> DictionariesByName = new(StringComparer.Ordinal)
    {
        ["Dictionary`2"] = (Generic, ""),
        ["IDictionary`2"] = (Generic, ""),
        ["IReadOnlyDictionary`2"] = (Generic, ""),
        ["OrderedDictionary`2"] = (Generic, "ToOrderedDictionary"),
        ["ReadOnlyDictionary`2"] = (Objects, "ToReadOnlyDictionary"),
        ["SortedDictionary`2"] = (Generic, "ToSortedDictionary"),
        ["SortedList`2"] = (Generic, "ToSortedList"),
        ["ConcurrentDictionary`2"] = (Concurrent, "ToConcurrentDictionary"),
        ["FrozenDictionary`2"] = (Frozen, "ToFrozenDictionary"),
        ["ImmutableDictionary`2"] = (Immutable, "ToImmutableDictionary"),
        ["IImmutableDictionary`2"] = (Immutable, "ToImmutableDictionary"),
        ["ImmutableSortedDictionary`2"] = (Immutable, "ToImmutableSortedDictionary"),
    };

    /// <summary>How a collection is walked and made; null for any other type.</summary>
    public static SequenceForm? Sequence(INamedTypeSymbol type) =>
        SequencesByName.TryGetValue(type.MetadataName, out (string Namespace, string Items, string Make) known) && type.Is(known.Namespace, type.MetadataName)
            ? new SequenceForm(SequenceShape.Conversion, known.Items, known.Make)
            : null;

    /// <summary>How a dictionary is made; null for any other type.</summary>
    public static string? Dictionary(INamedTypeSymbol type) =>
        DictionariesByName.TryGetValue(type.MetadataName, out (string Namespace, string Make) known) && type.Is(known.Namespace, type.MetadataName)
            ? known.Make
            : null;
}
