using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Puddles.Generators.Parsing;

/// <summary>Turns a class that derives from <c>ProcessHead</c> into a model, or tells why a worker cannot make it.</summary>
internal static class HeadParser
{
    /// <summary>Whether a declaration may be a head's, at a glance.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null, TypeParameterList: null } type && !type.Modifiers.Any(SyntaxKind.AbstractKeyword);

    /// <summary>The model; null where it is no head, or one that no worker can make.</summary>
    public static HeadModel? Parse(INamedTypeSymbol type, Compilation compilation)
    {
        if (!IsHead(type) || WhyNot(type, compilation) is not null)
        {
            return null;
        }

        string name = FullName(type);
        return new HeadModel(
            Fnv1a.Hash(name),
            Identifiers.Unique(type.Name, name),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            IsPlain(type));
    }

    /// <summary>Whether a type is the head, or derives from it.</summary>
    public static bool IsHead(ITypeSymbol type) => Levels(type).Any(static level => level.Is("Puddles", "ProcessHead"));

    /// <summary>Why the worker's table cannot make a head; null where it can. Of a type of another assembly, only what shows from outside is looked at.</summary>
    public static string? WhyNot(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.IsAbstract)
        {
            return "it is abstract";
        }

        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (level.IsGenericType)
            {
                return "it is generic or lies in a generic type";
            }
        }

        return SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) ? WhyNotHere(type, compilation) : null;
    }

    private static string? WhyNotHere(INamedTypeSymbol type, Compilation compilation)
    {
        if (!Reachability.IsReachable(type, compilation))
        {
            return "generated code cannot name it";
        }

        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty);
        if (constructor is null || !Reachability.IsReachable(constructor, compilation))
        {
            return "it has no constructor without parameters that generated code can call";
        }

        return Levels(type).SelectMany(static level => level.GetMembers()).Any(IsRequired) && !SetsRequiredMembers(constructor)
            ? "it has required members"
            : null;
    }

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Is("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") == true);

    private static bool IsPlain(INamedTypeSymbol type) =>
        !Levels(type).Any(static level => level.GetMembers("RunAsync").Any(static member => member.IsOverride));

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            yield return level;
        }
    }

    // As Type.FullName has it, which is what the pool hashes.
    private static string FullName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{FullName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString(TypeNames.Wire)}.{type.MetadataName}"
        : type.MetadataName;
}
