using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>Parses what a task returns.</summary>
internal static class ReturnParser
{
    public static (Completion Completion, TypeRef? Result) Parse(IMethodSymbol method, TypeParser types, Findings findings)
    {
        ITypeSymbol type = method.ReturnType;
        if (method.ReturnsVoid)
        {
            return (Completion.Synchronous, null);
        }

        if (type.Is("System.Collections.Generic", "IAsyncEnumerable`1"))
        {
            findings.Add(PuddleDiagnostics.Stream, method);
            return (Completion.Synchronous, null);
        }

        Completion completion =
            type.Is("System.Threading.Tasks", "Task") || type.Is("System.Threading.Tasks", "Task`1") ? Completion.Task
            : type.Is("System.Threading.Tasks", "ValueTask") || type.Is("System.Threading.Tasks", "ValueTask`1") ? Completion.ValueTask
            : Completion.Synchronous;
        ITypeSymbol? result = completion == Completion.Synchronous
            ? type
            : ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault();
        return (completion, result is null ? null : types.ParseSignature(result, method, "The result"));
    }
}
