namespace Puddles.Generators.Model;

/// <summary>A formatter of MessagePack's kind that is kept to write and read a type.</summary>
/// <param name="Formatter">Its type, as C#.</param>
/// <param name="Instance">The expression that gives it.</param>
internal sealed record FormatterModel(string Name, CodecName Codec, string Display, bool IsReference, string Formatter, string Instance)
    : TypeModel(Name, Codec, Display, IsReference);
