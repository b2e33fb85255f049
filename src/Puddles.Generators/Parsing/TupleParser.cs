namespace Puddles.Generators.Parsing;

/// <summary>Parses value tuples.</summary>
internal static class TupleParser
{
    public static TupleModel? Parse(INamedTypeSymbol tuple, string name, CodecName codec, string display, string path, TypeParser types)
    {
        var elements = new List<TypeRef>();
        foreach (IFieldSymbol field in tuple.TupleElements)
        {
            if (types.Parse(field.Type, $"{path}.{field.Name}") is not { } element)
            {
                return null;
            }

            elements.Add(element);
        }

        return new TupleModel(name, codec, display, new(elements));
    }
}
