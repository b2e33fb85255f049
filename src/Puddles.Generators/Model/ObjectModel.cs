namespace Puddles.Generators.Model;

/// <summary>A plain record, class or struct: a MessagePack map from member name to value.</summary>
/// <param name="IsOpen">Whether other classes may derive from it.</param>
/// <param name="Members">The members, by ordinal order of their names.</param>
/// <param name="ConstructorMembers">The positions of the members that the constructor takes, in its order.</param>
/// <param name="InitializerMembers">The positions of the members that are set after it.</param>
internal sealed record ObjectModel(
    string Name,
    CodecName Codec,
    string Display,
    bool IsReference,
    bool IsOpen,
    EquatableArray<MemberModel> Members,
    EquatableArray<int> ConstructorMembers,
    EquatableArray<int> InitializerMembers)
    : TypeModel(Name, Codec, Display, IsReference);
