namespace Puddles.Contracts;

/// <summary>A part of a type in a schema.</summary>
/// <param name="Name">How a path names it: a member with its dot, an element.</param>
/// <param name="Type">Its type; of an enum's value, the number.</param>
/// <param name="IsOptional">Whether it has a default of its own.</param>
internal sealed record SchemaPart(string Name, SchemaType Type, bool IsOptional)
{
    /// <summary>Whether a reader can do without it.</summary>
    public bool MayBeMissing => IsOptional || Type.IsNullable;
}
