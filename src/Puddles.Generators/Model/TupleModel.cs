namespace Puddles.Generators.Model;

/// <summary>A value tuple: a MessagePack array of its elements.</summary>
/// <param name="Elements">The types of the elements.</param>
internal sealed record TupleModel(string Name, CodecName Codec, string Display, EquatableArray<TypeRef> Elements)
    : TypeModel(Name, Codec, Display, IsReference: false);
