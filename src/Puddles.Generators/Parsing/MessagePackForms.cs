namespace Puddles.Generators.Parsing;

/// <summary>What MessagePack-CSharp writes otherwise than Puddles does.</summary>
internal static class MessagePackForms
{
    /// <summary>The most dimensions that it knows arrays of.</summary>
    public const int HighestRank = 4;

    /// <summary>The class of the runtime that writes a type as it does, and its name in the contract; null where there is no difference.</summary>
    public static (string Codec, string Schema)? Scalar(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_DateTime ? ("TimestampCodec", "timestamp")
        : type.Is("System", "DateTimeOffset") ? ("OffsetTimestampCodec", "offsettimestamp")
        : type.Is("System", "Uri") ? ("UriTextCodec", "uritext")
        : type.Is("System.Collections", "BitArray") ? ("BitListCodec", "bitlist")
        : null;

    /// <summary>How it walks and makes a collection: stacks from their newest element on.</summary>
    public static SequenceForm Sequence(SequenceForm form) => form switch
    {
        { Make: "ToConcurrentBag" } => form with { Items = "Items" },
        { Items: "StackItems" } => form with { Items = "Items", Make = form.Make + "FromNewest" },
        _ => form,
    };

    /// <summary>Whether it writes a collection as bytes.</summary>
    public static bool IsBinary(INamedTypeSymbol type) =>
        (type.Is("System", "Memory`1") || type.Is("System", "ReadOnlyMemory`1") || type.Is("System", "ArraySegment`1"))
        && type.TypeArguments[0].SpecialType == SpecialType.System_Byte;
}
