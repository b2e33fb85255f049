namespace Puddles.Generators.Model;

/// <summary>A collection of elements: a MessagePack array, or a block of bytes.</summary>
/// <param name="Form">How it is walked and made.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="Block">How the elements are copied as memory; null where they are written one by one.</param>
internal sealed record SequenceModel(
    string Name,
    CodecName Codec,
    string Display,
    bool IsReference,
    SequenceForm Form,
    TypeRef Element,
    BlockModel? Block)
    : TypeModel(Name, Codec, Display, IsReference);
