namespace Puddles.Generators.Model;

/// <summary>An array, a list, or an interface that a list stands in for: a MessagePack array.</summary>
/// <param name="Shape">How it is walked and made.</param>
/// <param name="Element">The type of the elements.</param>
internal sealed record SequenceModel(string Name, CodecName Codec, string Display, SequenceShape Shape, TypeRef Element)
    : TypeModel(Name, Codec, Display, IsReference: true);
