namespace Puddles.Generators.Model;

/// <summary>A dictionary, or an interface that one stands in for: a MessagePack map.</summary>
/// <param name="Key">The type of the keys.</param>
/// <param name="Value">The type of the values.</param>
internal sealed record DictionaryModel(
    string Name,
    CodecName Codec,
    string Display,
    TypeRef Key,
    TypeRef Value)
    : TypeModel(Name, Codec, Display, IsReference: true);
