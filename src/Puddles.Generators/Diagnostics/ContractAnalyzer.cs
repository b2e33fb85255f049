using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Compares the tasks of a project that has a manifest with it, and says what has changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [PuddleDiagnostics.BrokenContract, PuddleDiagnostics.OutdatedManifest];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        AdditionalText? file = context.Options.AdditionalFiles.FirstOrDefault(static file =>
            Path.GetFileName(file.Path).Equals(ManifestParser.FileName, StringComparison.OrdinalIgnoreCase));
        if (file?.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var tasks = new ConcurrentDictionary<ulong, (ManifestTask Task, IMethodSymbol Method)>();
        context.RegisterSymbolAction(symbol => Collect((IMethodSymbol)symbol.Symbol, symbol, tasks), SymbolKind.Method);
        context.RegisterCompilationEndAction(end => Compare(end, file, text, tasks));
    }

    private static void Collect(IMethodSymbol method, SymbolAnalysisContext context, ConcurrentDictionary<ulong, (ManifestTask Task, IMethodSymbol Method)> tasks)
    {
        if (TaskAttribute.Find(method) is { } attribute
            && ParsedTask.Of(method, attribute, context.Compilation, context.CancellationToken).Task is { } task)
        {
            tasks.TryAdd(task.Identity.Id, (ManifestTask.Of(task), method));
        }
    }

    private static void Compare(CompilationAnalysisContext context, AdditionalText file, SourceText text, ConcurrentDictionary<ulong, (ManifestTask Task, IMethodSymbol Method)> tasks)
    {
        IReadOnlyList<ManifestTask> manifest;
        try
        {
            manifest = ManifestParser.Parse(text.ToString());
        }
        catch (FormatException error)
        {
            context.ReportDiagnostic(Diagnostic.Create(PuddleDiagnostics.OutdatedManifest, StartOf(file), $"It cannot be read: {error.Message}."));
            return;
        }

        ManifestTask[] code = [.. tasks.Values.Select(static entry => entry.Task).OrderBy(static task => task.Name, StringComparer.Ordinal)];
        bool isBroken = false;
        foreach ((ManifestTask then, ManifestTask? now) in ManifestComparison.Pair(manifest, code))
        {
            string? breach = now is null ? "It is gone" : ManifestComparison.Breach(then, now);
            if (breach is not null)
            {
                isBroken = true;
                Location location = now is null ? StartOf(file) : tasks[now.Id].Method.Locations.FirstOrDefault() ?? StartOf(file);
                context.ReportDiagnostic(Diagnostic.Create(PuddleDiagnostics.BrokenContract, location, then.Name, breach.TrimEnd('.')));
            }
        }

        if (!isBroken && !code.SequenceEqual(manifest))
        {
            context.ReportDiagnostic(Diagnostic.Create(PuddleDiagnostics.OutdatedManifest, StartOf(file), Change(manifest, code)));
        }
    }

    private static string Change(IReadOnlyList<ManifestTask> manifest, ManifestTask[] code) =>
        code.Except(manifest).FirstOrDefault() is not { } changed ? "The order of its tasks is another."
        : manifest.Any(then => ManifestComparison.IsSame(then, changed)) ? $"Task '{changed.Name}' has changed, in a way that earlier builds work with."
        : $"Task '{changed.Name}' is new.";

    private static Location StartOf(AdditionalText file) => Location.Create(file.Path, default, default);
}
