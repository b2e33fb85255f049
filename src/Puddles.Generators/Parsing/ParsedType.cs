namespace Puddles.Generators.Parsing;

/// <summary>A type as a signature has it.</summary>
/// <param name="Type">How it is used.</param>
/// <param name="Models">All types behind it that need a codec.</param>
internal sealed record ParsedType(TypeRef Type, IReadOnlyList<TypeModel> Models);
