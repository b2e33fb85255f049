namespace Puddles.Generators.Model;

/// <summary>A dictionary, or an interface that one stands in for: a MessagePack map.</summary>
/// <param name="Key">The type of the keys.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="Make">The runtime's method that makes it of a plain dictionary; empty for one itself.</param>
internal sealed record DictionaryModel(
    string Name,
    CodecName Codec,
    string Display,
    TypeRef Key,
    TypeRef Value,
    string Make)
    : TypeModel(Name, Codec, Display, IsReference: true);
