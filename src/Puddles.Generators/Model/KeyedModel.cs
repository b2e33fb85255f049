namespace Puddles.Generators.Model;

/// <summary>A type marked for MessagePack or as a data contract: an array by the numbers of its keys, or a map by their names.</summary>
/// <param name="IsOpen">Whether other classes may derive from it.</param>
/// <param name="IsArray">Whether the keys are numbers.</param>
/// <param name="Members">The members, in the order in which they are written.</param>
/// <param name="Arguments">What the constructor takes, in its order.</param>
/// <param name="Initializers">The positions of the members that only an object initializer can set.</param>
/// <param name="Assigned">The positions of the members that are set after it, where they came.</param>
/// <param name="BeforeWriting">What is called on <c>value</c> before it is written; empty for nothing.</param>
/// <param name="AfterReading">What is called on <c>value</c> after it was read; empty for nothing.</param>
internal sealed record KeyedModel(
    string Name,
    CodecName Codec,
    string Display,
    bool IsReference,
    bool IsOpen,
    bool IsArray,
    EquatableArray<KeyedMemberModel> Members,
    EquatableArray<KeyedArgument> Arguments,
    EquatableArray<int> Initializers,
    EquatableArray<int> Assigned,
    string BeforeWriting,
    string AfterReading)
    : TypeModel(Name, Codec, Display, IsReference);
