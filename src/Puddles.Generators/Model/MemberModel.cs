namespace Puddles.Generators.Model;

/// <summary>A member of a plain object.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Identifier">The name as code spells it.</param>
/// <param name="Type">The type.</param>
internal sealed record MemberModel(string Name, string Identifier, TypeRef Type);
