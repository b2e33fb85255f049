namespace Puddles.Generators.Model;

/// <summary>A class or an interface with a closed list of those behind it: a MessagePack array of a key and a value.</summary>
/// <param name="Cases">Those behind it, by their keys.</param>
internal sealed record UnionModel(string Name, CodecName Codec, string Display, EquatableArray<UnionCase> Cases)
    : TypeModel(Name, Codec, Display, IsReference: true);
