namespace Puddles.Generators.Parsing;

/// <summary>Finds types that no finite value has: each contains another of the kind, and none may be null or empty.</summary>
internal static class EndlessTypes
{
    /// <summary>One of them, the first by name; null where there is none.</summary>
    public static TypeModel? Find(IReadOnlyDictionary<string, TypeModel?> models)
    {
        var ending = new HashSet<string>(StringComparer.Ordinal);
        TypeModel[] rest = [.. models.Values.OfType<TypeModel>().OrderBy(static model => model.Name, StringComparer.Ordinal)];
        for (bool grows = true; grows;)
        {
            grows = false;
            foreach (TypeModel model in rest)
            {
                grows |= Ends(model, ending) && ending.Add(model.Codec.FullName);
            }
        }

        return rest.FirstOrDefault(model => model is ObjectModel && !ending.Contains(model.Codec.FullName))
            ?? rest.FirstOrDefault(model => !ending.Contains(model.Codec.FullName));
    }

    private static bool Ends(TypeModel model, HashSet<string> ending) => model switch
    {
        ObjectModel plain => plain.Members.All(member => Ends(member.Type, ending)),
        KeyedModel keyed => keyed.Members.All(member => Ends(member.Type, ending)),
        TupleModel tuple => tuple.Elements.All(element => Ends(element, ending)),
        UnionModel union => union.Cases.Any(@case => Ends(@case.Type, ending)),
        _ => true,
    };

    private static bool Ends(TypeRef type, HashSet<string> ending) =>
        type.IsNullable || type.Encoding != ValueEncoding.Generated || ending.Contains(type.Codec);
}
