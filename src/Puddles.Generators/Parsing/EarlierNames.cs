namespace Puddles.Generators.Parsing;

/// <summary>
/// The names that a task had on the wire before its last optional parameters were added, so that callers and workers of
/// earlier builds find it.
/// </summary>
internal static class EarlierNames
{
    /// <summary>From the one with most parameters. A name that another task of the type has, or had, is left out.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method)
    {
        string[] own = [.. All(method)];
        string[] taken =
        [
            .. own.Length == 0
                ? []
                : method.ContainingType.GetMembers(method.Name)
                    .OfType<IMethodSymbol>()
                    .Where(other => !SymbolEqualityComparer.Default.Equals(other, method) && TaskAttribute.Find(other) is not null)
                    .SelectMany(static other => All(other).Append(TaskParser.WireName(other, given: null))),
        ];
        return own.Except(taken, StringComparer.Ordinal);
    }

    private static IEnumerable<string> All(IMethodSymbol method)
    {
        IParameterSymbol[] passed =
        [
            .. method.Parameters.Where(static parameter => ParameterParser.KindOf(parameter.Type) == ParameterKind.Serialized),
        ];
        for (int count = passed.Length - 1; count >= 0 && DefaultValue.Of(passed[count]) is not null; count--)
        {
            yield return TaskParser.WireName(method, passed.Take(count).Select(static parameter => parameter.Type.ToDisplayString(TypeNames.Wire)));
        }
    }
}
