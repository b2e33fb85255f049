namespace Puddles.Generators.Model;

/// <summary>A member of a plain object.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Identifier">The name as code spells it.</param>
/// <param name="Type">The type.</param>
/// <param name="Default">What the constructor takes where it is missing, as C#; null where there is nothing.</param>
internal sealed record MemberModel(string Name, string Identifier, TypeRef Type, string? Default);
