using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>What a method must be so that it can be a task, whatever its types are.</summary>
internal static class MethodRules
{
    public static void Check(IMethodSymbol method, Findings findings)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.IsAbstract)
        {
            findings.Add(PuddleDiagnostics.NotAMethod, method);
            return;
        }

        if (!method.IsStatic)
        {
            findings.Add(PuddleDiagnostics.NotStatic, method);
        }

        if (method.IsAsync && method.ReturnsVoid)
        {
            findings.Add(PuddleDiagnostics.AsyncVoid, method);
        }

        if (method.IsGenericMethod || IsInGenericType(method))
        {
            findings.Add(PuddleDiagnostics.Generic, method);
        }

        if (method.RefKind != RefKind.None)
        {
            findings.Add(PuddleDiagnostics.ByReference, method, "Its result");
        }

        foreach (IParameterSymbol parameter in method.Parameters.Where(static parameter => parameter.RefKind != RefKind.None))
        {
            findings.Add(PuddleDiagnostics.ByReference, parameter, $"Parameter '{parameter.Name}'");
        }
    }

    private static bool IsInGenericType(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }
}
