namespace Puddles.Generators.Parsing;

/// <summary>Parses tuples, with and without syntax of their own, and what is passed like one: lazy values, and for MessagePack pairs.</summary>
internal static class TupleParser
{
    private const string Rest = "Rest";
    private const int Longest = 8;

    /// <summary>Whether a type is passed as a tuple.</summary>
    public static bool IsTuple(INamedTypeSymbol type, WireForm form) =>
        type.IsTupleType || IsTupleClass(type) || (form == WireForm.MessagePack && IsPair(type));

    /// <summary>Whether it is a class of the framework that is passed as a tuple.</summary>
    public static bool IsTupleClass(INamedTypeSymbol type) =>
        IsLazy(type) || (type.Arity is > 0 and <= Longest && type.Is("System", $"Tuple`{type.Arity}"));

    public static TupleModel? Parse(INamedTypeSymbol tuple, string name, CodecName codec, string display, string path, TypeParser types)
    {
        // MessagePack sees the tuple that holds the rest of a long one.
        bool hasRest = types.Form == WireForm.MessagePack && tuple.IsTupleType && tuple.TupleElements.Length >= Longest;
        (ITypeSymbol Type, string Name, string Member)[] values = [.. tuple.IsTupleType && !hasRest ? ValuesOfLiteral(tuple) : ValuesOfClass(tuple)];
        var elements = new List<TypeRef>();
        foreach ((ITypeSymbol type, string shown, _) in values)
        {
            if (types.Parse(type, $"{path}.{shown}") is not { } element)
            {
                return null;
            }

            elements.Add(element);
        }

        return new TupleModel(
            name,
            codec,
            display,
            tuple.IsReferenceType,
            new(elements),
            new(values.Select(static value => value.Member)),
            IsLiteral: tuple.IsTupleType && values.Length > 1,
            hasRest ? tuple.TupleElements.Length - Longest + 1 : 0,
            IsBare: types.Form == WireForm.MessagePack && IsLazy(tuple));
    }

    private static bool IsLazy(INamedTypeSymbol type) => type.Is("System", "Lazy`1");

    private static bool IsPair(INamedTypeSymbol type) => type.Is("System.Collections.Generic", "KeyValuePair`2");

    private static IEnumerable<(ITypeSymbol Type, string Name, string Member)> ValuesOfLiteral(INamedTypeSymbol tuple) =>
        tuple.TupleElements.Select(static (field, index) => (field.Type, field.Name, $"Item{index + 1}"));

    private static IEnumerable<(ITypeSymbol Type, string Name, string Member)> ValuesOfClass(INamedTypeSymbol tuple) =>
        (tuple.TupleUnderlyingType ?? tuple).TypeArguments.Select((type, index) =>
        {
            string member = IsLazy(tuple) ? "Value"
                : IsPair(tuple) ? index == 0 ? "Key" : "Value"
                : index == Longest - 1 ? Rest
                : $"Item{index + 1}";
            return (type, member, member);
        });
}
