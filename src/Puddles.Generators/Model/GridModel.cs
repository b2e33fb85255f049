namespace Puddles.Generators.Model;

/// <summary>An array of several dimensions: a MessagePack array of its lengths and its elements.</summary>
/// <param name="Rank">How many dimensions.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="Block">How the elements are copied as memory; null where they are written one by one.</param>
/// <param name="IsFlat">Whether the lengths stand beside the elements, and not in an array of their own.</param>
internal sealed record GridModel(string Name, CodecName Codec, string Display, int Rank, TypeRef Element, BlockModel? Block, bool IsFlat)
    : TypeModel(Name, Codec, Display, IsReference: true);
