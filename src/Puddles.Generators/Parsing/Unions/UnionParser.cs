using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing.Unions;

/// <summary>Parses classes and interfaces that list what may be behind them.</summary>
internal sealed class UnionParser(INamedTypeSymbol type, UnionDeclaration declaration, Compilation compilation, TypeParser types)
{
    public UnionModel? Parse(string name, CodecName codec, string display, string path)
    {
        var cases = new List<UnionCase>();
        foreach ((UnionKey? key, ITypeSymbol? listed) in declaration.Cases)
        {
            ITypeSymbol? member = Close(listed);
            if (member?.TypeKind == TypeKind.Error)
            {
                return null;
            }

            if (WhyNot(key, member, cases) is { } why)
            {
                types.Refuse(PuddleDiagnostics.BadUnion, path, why);
                return null;
            }

            string memberPath = $"{path} as {member!.ToDisplayString(TypeNames.Message)}";
            if (types.ParseCase(member, isBase: SymbolEqualityComparer.Default.Equals(member, type), memberPath) is not { } memberType)
            {
                return null;
            }

            cases.Add(new UnionCase(key!, memberType));
        }

        return new UnionModel(name, codec, display, new(cases
            .OrderBy(static @case => @case.Key.Number ?? int.MaxValue)
            .ThenBy(static @case => @case.Key.Text, StringComparer.Ordinal)));
    }

    // Result<T> may list Ok<> for all its forms.
    private ITypeSymbol? Close(ITypeSymbol? listed) =>
        listed is INamedTypeSymbol { IsUnboundGenericType: true } open && open.Arity == type.Arity
            ? open.OriginalDefinition.Construct([.. type.TypeArguments])
            : listed;

    private string? WhyNot(UnionKey? key, ITypeSymbol? member, List<UnionCase> before)
    {
        if (member is null)
        {
            return "lists a type by its name: use typeof";
        }

        string display = member.ToDisplayString(TypeNames.Message);
        if (key is null)
        {
            return $"lists '{display}' without a key, so nobody could tell it from the others: give it one";
        }

        if (member is INamedTypeSymbol { IsUnboundGenericType: true })
        {
            return $"lists '{display}', which could be any of its closed forms: list those that there are";
        }

        Conversion conversion = compilation.ClassifyConversion(member, type);
        if (!conversion.IsIdentity && !(conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing)))
        {
            return $"lists '{display}', which does not derive from it";
        }

        return before.Any(other => other.Key == key) ? $"lists two types with the key {key}: give one of them another"
            : before.Any(other => other.Type.BareName == member.ToDisplayString(TypeNames.Code)) ? $"lists '{display}' twice"
            : null;
    }
}
