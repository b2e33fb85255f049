namespace Puddles.Generators.Parsing;

/// <summary>The types of the framework that a codec of the runtime writes, by their names in the namespaces that have some.</summary>
internal static class FrameworkScalars
{
    private static readonly Dictionary<string, (string Namespace, string Codec, string Schema)> ByName = new(StringComparer.Ordinal)
    {
        ["Guid"] = ("System", "GuidCodec", "guid"),
        ["TimeSpan"] = ("System", "TimeSpanCodec", "timespan"),
        ["Half"] = ("System", "HalfCodec", "half"),
        ["Int128"] = ("System", "TextIntegerCodec<global::System.Int128>", "int128"),
        ["UInt128"] = ("System", "TextIntegerCodec<global::System.UInt128>", "uint128"),
        ["DateTimeOffset"] = ("System", "DateTimeOffsetCodec", "datetimeoffset"),
        ["DateOnly"] = ("System", "DateOnlyCodec", "dateonly"),
        ["TimeOnly"] = ("System", "TimeOnlyCodec", "timeonly"),
        ["TimeZoneInfo"] = ("System", "TimeZoneInfoCodec", "timezone"),
        ["Uri"] = ("System", "UriCodec", "uri"),
        ["Version"] = ("System", "VersionCodec", "version"),
        ["Index"] = ("System", "IndexCodec", "index"),
        ["Range"] = ("System", "RangeCodec", "range"),
        ["BigInteger"] = ("System.Numerics", "BigIntegerCodec", "bigint"),
        ["Complex"] = ("System.Numerics", "ComplexCodec", "complex"),
        ["Rune"] = ("System.Text", "RuneCodec", "rune"),
        ["CultureInfo"] = ("System.Globalization", "CultureInfoCodec", "culture"),
        ["BitArray"] = ("System.Collections", "BitArrayCodec", "bits"),
    };

    /// <summary>The class of the runtime that writes a type, and its name in the contract; null for any other type.</summary>
    public static (string Codec, string Schema)? Find(ITypeSymbol type) =>
        ByName.TryGetValue(type.MetadataName, out (string Namespace, string Codec, string Schema) known) && type.Is(known.Namespace, type.MetadataName)
            ? (known.Codec, known.Schema)
            : null;
}
