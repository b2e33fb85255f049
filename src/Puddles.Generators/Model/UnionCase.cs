namespace Puddles.Generators.Model;

/// <summary>One of the types that may be behind another.</summary>
/// <param name="Key">What tells it from the others.</param>
/// <param name="Type">The type.</param>
internal sealed record UnionCase(UnionKey Key, TypeRef Type);
