namespace Puddles.Generators.Model;

/// <summary>A type that a codec is generated for.</summary>
/// <param name="Name">The type as C#, fully qualified, without a question mark of its own.</param>
/// <param name="Codec">The codec.</param>
/// <param name="Display">The type as messages call it.</param>
/// <param name="IsReference">Whether it is a reference type.</param>
internal abstract record TypeModel(string Name, CodecName Codec, string Display, bool IsReference);
