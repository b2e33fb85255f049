namespace Puddles.Generators.Parsing;

/// <summary>Parses tuples, with and without syntax of their own, and lazy values, which are tuples of one.</summary>
internal static class TupleParser
{
    private const string Rest = "Rest";
    private const int Longest = 8;

    /// <summary>Whether it is a class of the framework that is passed as a tuple.</summary>
    public static bool IsTupleClass(INamedTypeSymbol type) =>
        type.Is("System", "Lazy`1") || (type.Arity is > 0 and <= Longest && type.Is("System", $"Tuple`{type.Arity}"));

    public static TupleModel? Parse(INamedTypeSymbol tuple, string name, CodecName codec, string display, string path, TypeParser types)
    {
        (ITypeSymbol Type, string Name, string Member)[] values = [.. tuple.IsTupleType ? ValuesOfLiteral(tuple) : ValuesOfClass(tuple)];
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
            IsLiteral: tuple.IsTupleType && values.Length > 1);
    }

    private static IEnumerable<(ITypeSymbol Type, string Name, string Member)> ValuesOfLiteral(INamedTypeSymbol tuple) =>
        tuple.TupleElements.Select(static (field, index) => (field.Type, field.Name, $"Item{index + 1}"));

    private static IEnumerable<(ITypeSymbol Type, string Name, string Member)> ValuesOfClass(INamedTypeSymbol tuple) =>
        tuple.TypeArguments.Select((type, index) =>
        {
            string member = tuple.Name == "Lazy" ? "Value" : index == Longest - 1 ? Rest : $"Item{index + 1}";
            return (type, member, member);
        });
}
