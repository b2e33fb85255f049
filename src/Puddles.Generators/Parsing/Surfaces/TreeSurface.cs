using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Puddles.Generators.Parsing.Surfaces;

/// <summary>What a file declares, without the bodies of methods; each file is looked at once.</summary>
internal sealed class TreeSurface
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeSurface> Known = new();

    private readonly List<MethodDeclarationSyntax> _methods = [];
    private readonly List<ClassDeclarationSyntax> _heads = [];
    private readonly List<(string Alias, string Target)> _aliases = [];

    private TreeSurface(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        var text = new DeclarationText(tree.GetText(cancellationToken));
        AddAliases(root.Usings);
        Add(root.Members, text, isStruct: false);
        var options = (CSharpParseOptions)tree.Options;

        // The path tells what is generated, where annotations mean nothing.
        Digest = $"{text.Hash()} {options.LanguageVersion} {options.Kind} {tree.FilePath}";
    }

    /// <summary>Equal for two files whose declarations are.</summary>
    public string Digest { get; }

    /// <summary>The methods with attributes.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Methods => _methods;

    /// <summary>The classes that may be heads.</summary>
    public IReadOnlyList<ClassDeclarationSyntax> Heads => _heads;

    /// <summary>The last names of what the file gives other names to.</summary>
    public IReadOnlyList<(string Alias, string Target)> Aliases => _aliases;

    public static TreeSurface Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        Known.TryGetValue(tree, out TreeSurface? known) ? known : Known.GetValue(tree, tree => new TreeSurface(tree, cancellationToken));

    private void Add(SyntaxList<MemberDeclarationSyntax> members, DeclarationText text, bool isStruct)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            Add(member, text, isStruct);
        }
    }

    private void Add(MemberDeclarationSyntax member, DeclarationText text, bool isStruct)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                AddAliases(space.Usings);
                Add(space.Members, text, isStruct: false);
                break;
            case TypeDeclarationSyntax type:
                AddHead(type);

                Add(type.Members, text, isStruct: type.Kind() is SyntaxKind.StructDeclaration or SyntaxKind.RecordStructDeclaration);
                break;
            case BaseMethodDeclarationSyntax method:
                AddMethod(method);

                // A body that uses a parameter of its struct makes a field of it, which counts for the layout.
                if (!isStruct)
                {
                    text.LeaveOut(method.Body);
                    text.LeaveOut(method.ExpressionBody);
                }

                break;
            case GlobalStatementSyntax statement:
                text.LeaveOut(statement);
                break;
        }
    }

    private void AddHead(TypeDeclarationSyntax type)
    {
        if (HeadParser.IsCandidate(type))
        {
            _heads.Add((ClassDeclarationSyntax)type);
        }
    }

    private void AddMethod(BaseMethodDeclarationSyntax method)
    {
        if (method is MethodDeclarationSyntax { AttributeLists.Count: > 0 } marked)
        {
            _methods.Add(marked);
        }
    }

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (UsingDirectiveSyntax directive in usings)
        {
            if (directive is { Alias.Name.Identifier.ValueText: var alias, Name: { } target })
            {
                _aliases.Add((alias, TaskCandidates.LastName(target)));
            }
        }
    }
}
