namespace Puddles.Generators.Parsing;

/// <summary>
/// Writes the contract of a task: each parameter and the result with all members of all types, so that two processes
/// that agree on the text agree on every byte. A type that comes again within one line stands there by name.
/// </summary>
internal sealed class SchemaText(IReadOnlyDictionary<string, TypeModel> models)
{
    private readonly HashSet<string> _expanded = new(StringComparer.Ordinal);

    public static string Of(IEnumerable<ParameterModel> passed, TypeRef? result, IReadOnlyDictionary<string, TypeModel> models) =>
        SchemaFormat.Join(
            passed.Select(parameter => SchemaFormat.Parameter(parameter.Name, new SchemaText(models).Of(parameter.Type!), parameter.Default)),
            result is null ? "nothing" : new SchemaText(models).Of(result));

    /// <summary>An enum with the number under it and its values, in whatever order they are declared.</summary>
    public static string OfEnum(INamedTypeSymbol type)
    {
        IEnumerable<string> values = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .OrderBy(static field => field.Name, StringComparer.Ordinal)
            .Select(static field => FormattableString.Invariant($"{field.Name} = {field.ConstantValue}"));
        return $"enum {type.ToDisplayString(TypeNames.Schema)}: {type.EnumUnderlyingType!.ToDisplayString()} {{{string.Join(", ", values)}}}";
    }

    private string Of(TypeRef type)
    {
        string schema = type.Encoding == ValueEncoding.Generated ? Of(models[type.Codec], type.Schema) : type.Schema;
        return type.IsNullable ? schema + "?" : schema;
    }

    private string Of(TypeModel model, string name) => model switch
    {
        SequenceModel { Block: { } block } sequence => "block" + OfBlock(sequence.Element, block),
        SequenceModel sequence => $"[{Of(sequence.Element)}]",
        GridModel { IsFlat: true } grid => $"flat{grid.Rank}<{Of(grid.Element)}>",
        GridModel grid => $"grid{grid.Rank}{OfBlock(grid.Element, grid.Block)}",
        DictionaryModel dictionary => $"map<{Of(dictionary.Key)}, {Of(dictionary.Value)}>",
        TupleModel { IsBare: true } tuple => $"lazy<{Of(tuple.Elements[0])}>",
        TupleModel tuple => $"({string.Join(", ", tuple.Elements.Select(Of))})",
        UnionModel union when _expanded.Add(name) =>
            $"{name} <{string.Join(" | ", union.Cases.Select(@case => $"{@case.Key}: {Of(@case.Type)}"))}>",
        KeyedModel { IsArray: true } keyed when _expanded.Add(name) =>
            $"{name} [{string.Join(", ", keyed.Members.Select(member => FormattableString.Invariant($"{member.Number}: {Of(member.Type)}")))}]",
        KeyedModel keyed when _expanded.Add(name) =>
            $"{name} {{{string.Join(", ", keyed.Members.OrderBy(static member => member.Text, StringComparer.Ordinal).Select(member => $"{member.Text}: {Of(member.Type)}"))}}}",
        ObjectModel plain when _expanded.Add(name) =>
            $"{name} {{{string.Join(", ", plain.Members.Select(member => $"{member.Name}: {Of(member.Type)}{SchemaFormat.Ending(member.Default)}"))}}}",
        _ => name,
    };

    // A struct in a block is its bytes: their order matters, and nothing may be added. Round brackets keep it in one piece.
    private string OfBlock(TypeRef element, BlockModel? block) =>
        block is { Schema.Length: > 0 } ? $"({Of(element)} as {block.Schema})" : $"<{Of(element)}>";
}
