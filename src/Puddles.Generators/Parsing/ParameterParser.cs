namespace Puddles.Generators.Parsing;

/// <summary>Parses the parameters of a task.</summary>
internal static class ParameterParser
{
    /// <summary>All parameters in their order; those whose type cannot be passed are left out, and found.</summary>
    public static IReadOnlyList<ParameterModel> Parse(IMethodSymbol method, SignatureParser types)
    {
        var parameters = new List<ParameterModel>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ParameterKind kind = KindOf(parameter.Type);
            TypeRef? type = kind == ParameterKind.Serialized
                ? types.Parse(parameter.Type, parameter, $"Parameter '{parameter.Name}'")
                : null;
            if (type is not null || kind != ParameterKind.Serialized)
            {
                parameters.Add(new ParameterModel(
                    kind,
                    parameter.Name,
                    Identifiers.Escape(parameter.Name),
                    type,
                    HasUsableDefault(method, parameter) ? DefaultValue.Of(parameter) : null,
                    parameter.IsParams,
                    kind == ParameterKind.Head ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null));
            }
        }

        return parameters;
    }

    public static ParameterKind KindOf(ITypeSymbol type) =>
        type.Is("System.Threading", "CancellationToken") ? ParameterKind.CancellationToken
        : type.Is("Puddles", "PuddleContext") ? ParameterKind.Context
        : HeadParser.IsHead(type) ? ParameterKind.Head
        : ParameterKind.Serialized;

    /// <summary>The names of the helpers' own parameters, changed where the task has them.</summary>
    public static HelperNames Names(IMethodSymbol method)
    {
        return new HelperNames(Free("pool"), Free("cancellationToken"), Free("count"));

        string Free(string name)
        {
            while (method.Parameters.Any(parameter => parameter.Name == name && KindOf(parameter.Type) == ParameterKind.Serialized))
            {
                name = "puddle" + char.ToUpperInvariant(name[0]) + name.Substring(1);
            }

            return name;
        }
    }

    // A default before a parameter that has none, which only an attribute can give, would not compile in a helper.
    private static bool HasUsableDefault(IMethodSymbol method, IParameterSymbol parameter) =>
        method.Parameters.Skip(parameter.Ordinal).All(static later =>
            KindOf(later.Type) != ParameterKind.Serialized || later.IsParams || DefaultValue.Of(later) is not null);
}
