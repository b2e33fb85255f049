namespace Puddles.Generators.Model;

/// <summary>A tuple, or another type made of a fixed number of values: a MessagePack array of them.</summary>
/// <param name="Elements">The types of the elements.</param>
/// <param name="Members">The members that give them.</param>
/// <param name="IsLiteral">Whether C# makes it by parentheses, and not by a constructor.</param>
/// <param name="RestLength">How many elements the last one holds in turn; 0 where it is one like the others.</param>
/// <param name="IsBare">Whether its one element is written without an array around it.</param>
internal sealed record TupleModel(
    string Name,
    CodecName Codec,
    string Display,
    bool IsReference,
    EquatableArray<TypeRef> Elements,
    EquatableArray<string> Members,
    bool IsLiteral,
    int RestLength,
    bool IsBare)
    : TypeModel(Name, Codec, Display, IsReference);
