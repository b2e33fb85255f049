namespace Puddles.Contracts;

/// <summary>What a type in a schema is.</summary>
internal enum SchemaKind
{
    /// <summary>Known by its name alone: a scalar, or an object that is spelled out earlier in the line.</summary>
    Named,

    /// <summary>A number with names for some of its values.</summary>
    Enum,

    /// <summary>Members by name.</summary>
    Object,

    /// <summary>A fixed number of types that the name says the meaning of: a collection, a map, a tuple.</summary>
    Composite,
}
