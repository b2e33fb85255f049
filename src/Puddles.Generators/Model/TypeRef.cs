namespace Puddles.Generators.Model;

/// <summary>A type where it is used: as a parameter, result, member or element.</summary>
/// <param name="Name">The type as C#, fully qualified, with its own question mark where it has one.</param>
/// <param name="BareName">The same without its own question mark.</param>
/// <param name="IsReference">Whether it is a reference type.</param>
/// <param name="IsNullable">Whether null is a value of it, which nil stands for.</param>
/// <param name="Encoding">Which code writes and reads it when it is not null.</param>
/// <param name="Codec">That code: the name of a reader's method after <c>Read</c>, or of a static class.</param>
/// <param name="Cast">For an enum, the number that is under it; else empty.</param>
/// <param name="Schema">The type in the contract; for one with a generated codec, only its name there.</param>
internal sealed record TypeRef(
    string Name,
    string BareName,
    bool IsReference,
    bool IsNullable,
    ValueEncoding Encoding,
    string Codec,
    string Cast,
    string Schema);
