namespace Puddles.Contracts;

/// <summary>One line of a schema: a parameter, or the result.</summary>
/// <param name="Name">The name of the parameter; <c>result</c> for the result.</param>
/// <param name="Text">The line as it is written.</param>
/// <param name="Type">The type.</param>
/// <param name="IsOptional">Whether the parameter has a default.</param>
/// <param name="Objects">The objects of the line by their names, which stand for them where they come again.</param>
internal sealed record SchemaLine(
    string Name,
    string Text,
    SchemaType Type,
    bool IsOptional,
    IReadOnlyDictionary<string, SchemaType> Objects)
{
    /// <summary>The type that is meant, where one that comes again is only named.</summary>
    public SchemaType Resolve(SchemaType type) =>
        type.Kind == SchemaKind.Named && Objects.TryGetValue(type.Name, out SchemaType? known)
            ? known with { IsNullable = type.IsNullable, Text = type.Text }
            : type;
}
