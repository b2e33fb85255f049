using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>Parses the type that a task is declared in, and decides where its helpers go.</summary>
internal static class ContainerParser
{
    public static ContainerModel Parse(IMethodSymbol method, Compilation compilation, Findings findings)
    {
        var levels = new List<ContainerLevel>();
        bool isPartial = true;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            levels.Insert(0, Level(type));
            isPartial &= IsPartial(type);
        }

        Check(method, isPartial, compilation, findings);
        INamedTypeSymbol container = method.ContainingType;
        return new ContainerModel(
            container.ContainingNamespace.IsGlobalNamespace ? "" : container.ContainingNamespace.ToDisplayString(TypeNames.Schema),
            container.ToDisplayString(TypeNames.Code),
            string.Join("_", levels.Select(static level => Identifiers.Flatten(level.Identifier.TrimStart('@')))),
            new(levels),
            isPartial);
    }

    private static void Check(IMethodSymbol method, bool isPartial, Compilation compilation, Findings findings)
    {
        if (Reachability.IsFileLocal(method.ContainingType) || (!isPartial && !Reachability.IsReachable(method, compilation)))
        {
            findings.Add(PuddleDiagnostics.InaccessibleTask, method);
        }
        else if (!isPartial && LanguageVersionOf(method) is { } version and < LanguageVersion.CSharp14)
        {
            findings.Add(PuddleDiagnostics.LanguageVersion, method, version.ToDisplayString());
        }
    }

    private static LanguageVersion? LanguageVersionOf(IMethodSymbol method) =>
        (method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion;

    private static ContainerLevel Level(INamedTypeSymbol type)
    {
        string keywords = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        bool isHidden = type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
        return new ContainerLevel(keywords, Identifiers.EscapeType(type.Name), type.ToDisplayString(TypeNames.Code), isHidden);
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
