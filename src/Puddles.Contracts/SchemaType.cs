namespace Puddles.Contracts;

/// <summary>A type in a schema.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; for a composite, what kind of it.</param>
/// <param name="Text">How the schema spells it.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
/// <param name="Parts">The members of an object, the values of an enum, the types of a composite.</param>
internal sealed record SchemaType(SchemaKind Kind, string Name, string Text, bool IsNullable, IReadOnlyList<SchemaPart> Parts);
