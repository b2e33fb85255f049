using System.Collections.Immutable;
using MessagePack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>Makes compilations as strict as a user's can be: every warning an error, missing documentation included.</summary>
internal static class TestCompilation
{
    public const string Prelude = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Puddles;

        """;

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(PuddleTaskAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(MessagePackWriter).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(KeyAttribute).Assembly.Location),
    ];

    // A library for an older framework version is no reason for a warning; the SDK turns these off, too.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> AsTheSdkDoes = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);

    public static CSharpCompilation Library(params string[] sources) =>
        Create(OutputKind.DynamicallyLinkedLibrary, LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Program(params string[] sources) =>
        Create(OutputKind.ConsoleApplication, LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Create(OutputKind kind, LanguageVersion version, params string[] sources) =>
        CSharpCompilation.Create(
            "Shop",
            sources.Select((source, index) => Parse(source, $"File{index}.cs", version)),
            References,
            new CSharpCompilationOptions(
                kind,
                generalDiagnosticOption: ReportDiagnostic.Error,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                specificDiagnosticOptions: AsTheSdkDoes));

    public static SyntaxTree Parse(string source, string path, LanguageVersion version = LanguageVersion.CSharp14) =>
        CSharpSyntaxTree.ParseText(
            Prelude + source,
            CSharpParseOptions.Default.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Diagnose),
            path);
}
