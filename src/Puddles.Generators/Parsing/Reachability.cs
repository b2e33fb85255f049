namespace Puddles.Generators.Parsing;

/// <summary>Tells whether code anywhere in the assembly can name a symbol.</summary>
internal static class Reachability
{
    public static bool IsReachable(ITypeSymbol type, Compilation compilation) =>
        !IsFileLocal(type) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    public static bool IsReachable(IMethodSymbol method, Compilation compilation) =>
        !IsFileLocal(method.ContainingType) && compilation.IsSymbolAccessibleWithin(method, compilation.Assembly);

    /// <summary>Whether other assemblies can name a method, too.</summary>
    public static bool IsPublic(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsFileLocal(ITypeSymbol? type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (level is INamedTypeSymbol { IsFileLocal: true })
            {
                return true;
            }
        }

        return false;
    }
}
