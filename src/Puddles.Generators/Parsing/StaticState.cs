using Microsoft.CodeAnalysis.Operations;

namespace Puddles.Generators.Parsing;

/// <summary>Tells statics that can change while a program runs, and what an operation does with one.</summary>
internal static class StaticState
{
    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "TryAdd", "AddOrUpdate", "GetOrAdd", "AddFirst", "AddLast", "Insert", "InsertRange", "Push", "Enqueue",
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "TryRemove", "TryUpdate", "Clear", "Pop", "TryPop", "Dequeue", "TryDequeue", "TryTake",
        "UnionWith", "ExceptWith", "IntersectWith",
    };

    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "List`1", "Dictionary`2", "HashSet`1", "Queue`1", "Stack`1", "SortedSet`1", "SortedDictionary`2", "SortedList`2", "LinkedList`1", "PriorityQueue`2",
        "ConcurrentDictionary`2", "ConcurrentBag`1", "ConcurrentQueue`1", "ConcurrentStack`1",
    };

    /// <summary>The field or property that an operation refers to, if it is declared in source, is static and can change.</summary>
    public static ISymbol? Of(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false, IsImplicitlyDeclared: false } field }
            when IsInSource(field) && (!field.IsReadOnly || IsCollection(field.Type)) => field.OriginalDefinition,
        IPropertyReferenceOperation { Property: { IsStatic: true } property }
            when IsInSource(property) && IsAutomatic(property) && (property.SetMethod is not null || IsCollection(property.Type)) => property.OriginalDefinition,
        _ => null,
    };

    /// <summary>What is done with the value there.</summary>
    public static (bool Reads, bool Writes) Access(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        IAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => (false, true),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } or IAddressOfOperation => (true, true),
        IInvocationOperation call when call.Instance == reference && IsCollection(reference.Type) && Mutators.Contains(call.TargetMethod.Name) => (false, true),
        IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation assignment } indexer
            when indexer.Instance == reference && assignment.Target == indexer => (false, true),
        INameOfOperation => (false, false),
        _ => (true, false),
    };

    private static bool IsCollection(ITypeSymbol? type) =>
        type is not null
        && Collections.Contains(type.OriginalDefinition.MetadataName)
        && type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent";

    private static bool IsInSource(ISymbol symbol) => symbol.Locations.Any(static location => location.IsInSource);

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
