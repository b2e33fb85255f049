using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Puddles.Generators.Parsing;

/// <summary>Parses the types in the signature of one task. Of a type that many tasks of a compilation have, it knows the model from the first.</summary>
internal sealed class SignatureParser(Compilation compilation, Findings findings)
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ITypeSymbol, ParsedType>> Known = new();

    private readonly ConcurrentDictionary<ITypeSymbol, ParsedType> _known = Known.GetValue(compilation, static _ => new(SymbolEqualityComparer.IncludeNullability));
    private readonly Dictionary<string, TypeModel> _models = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The types that need a codec, by the names of their codecs.</summary>
    public IReadOnlyDictionary<string, TypeModel> Models => _models;

    /// <summary>Parses the type of a parameter or of a result.</summary>
    /// <param name="type">The type.</param>
    /// <param name="user">The parameter or the method, where a finding is shown.</param>
    /// <param name="use">What it is, for messages.</param>
    public TypeRef? Parse(ITypeSymbol type, ISymbol user, string use)
    {
        if ((_known.TryGetValue(type, out ParsedType? parsed) ? parsed : ParseAnew(type, user, use)) is not { } found)
        {
            return null;
        }

        foreach (TypeModel model in found.Models)
        {
            _models[model.Codec.FullName] = model;
        }

        return found.Type;
    }

    // What is refused once is not found once more; what is wrong in one signature says nothing of the next.
    private ParsedType? ParseAnew(ITypeSymbol type, ISymbol user, string use)
    {
        int before = findings.All.Count;
        var state = new TypeParserState(compilation, findings, user, use, _refused);
        if (new TypeParser(state).ParseSignature(type) is not { } parsed)
        {
            _refused.UnionWith(state.Models.Where(static model => model.Value is null).Select(static model => model.Key));
            return null;
        }

        var found = new ParsedType(parsed, [.. state.Models.Values.OfType<TypeModel>()]);
        return findings.All.Count == before ? _known.GetOrAdd(type, found) : found;
    }
}
