using Puddles.Generators.Parsing.Formatters;

namespace Puddles.Generators.Parsing;

/// <summary>What is known while the types of one task are parsed.</summary>
internal sealed class TypeParserState(Compilation compilation, string generatedNamespace, Findings findings)
{
    public Compilation Compilation => compilation;

    public string GeneratedNamespace => generatedNamespace;

    public Findings Findings => findings;

    public FormatterParser Formatters { get; } = new(compilation);

    /// <summary>The types that need a codec, by the names of their codecs; null for one that is being parsed or was refused.</summary>
    public Dictionary<string, TypeModel?> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that are being parsed.</summary>
    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameter or the method, where a finding is shown.</summary>
    public ISymbol? User { get; set; }

    /// <summary>What it is, for messages.</summary>
    public string Use { get; set; } = "";
}
