using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>Parses what a task returns.</summary>
internal static class ReturnParser
{
    public static (Completion Completion, TypeRef? Result) Parse(IMethodSymbol method, SignatureParser types, Findings findings)
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
        ITypeSymbol? result = ResultOf(type);
        return (completion, result is null ? null : types.Parse(result, method, "The result"));
    }

    /// <summary>What a method of a return type gives to whoever awaits it; null for nothing.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol type) =>
        IsAwaitable(type) ? ((INamedTypeSymbol)type).TypeArguments.FirstOrDefault()
        : type.SpecialType == SpecialType.System_Void ? null
        : type;

    private static bool IsAwaitable(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks", "Task") || type.Is("System.Threading.Tasks", "Task`1")
        || type.Is("System.Threading.Tasks", "ValueTask") || type.Is("System.Threading.Tasks", "ValueTask`1");
}
