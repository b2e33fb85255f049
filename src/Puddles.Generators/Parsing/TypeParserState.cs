using Puddles.Generators.Parsing.Formatters;

namespace Puddles.Generators.Parsing;

/// <summary>What is known while one type of a signature is parsed.</summary>
/// <param name="compilation">Where it is used.</param>
/// <param name="findings">Where to note what is wrong with it.</param>
/// <param name="user">The parameter or the method, where a finding is shown.</param>
/// <param name="use">What it is, for messages.</param>
/// <param name="refused">The codecs of types that are known not to be usable.</param>
internal sealed class TypeParserState(Compilation compilation, Findings findings, ISymbol user, string use, IEnumerable<string> refused)
{
    public Compilation Compilation => compilation;

    public string GeneratedNamespace { get; } = AssemblyParser.GeneratedNamespace(compilation.AssemblyName);

    public FormatterParser Formatters { get; } = new(compilation);

    /// <summary>The types that need a codec, by the names of their codecs; null for one that is being parsed or was refused.</summary>
    public Dictionary<string, TypeModel?> Models { get; } = refused.ToDictionary(static codec => codec, static _ => (TypeModel?)null, StringComparer.Ordinal);

    /// <summary>Those that are being parsed.</summary>
    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    public void Add(DiagnosticDescriptor descriptor, string path, string why) => findings.Add(descriptor, user, use, path, why);
}
