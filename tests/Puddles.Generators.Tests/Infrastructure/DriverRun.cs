using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>One run of the generator, and the next ones on changed code.</summary>
internal sealed class DriverRun
{
    private readonly GeneratorDriver _driver;

    private DriverRun(GeneratorDriver driver, Compilation output)
    {
        _driver = driver;
        Output = output;
        Result = driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
    }

    /// <summary>The code with what was generated.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Runs twice on the same code and demands that the second run finds everything done.</summary>
    public static DriverRun On(CSharpCompilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PuddlesGenerator().AsSourceGenerator()],
            parseOptions: options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        DriverRun first = Run(driver, compilation);
        DriverRun second = first.Then((CSharpCompilation)compilation.Clone());
        second.AssertCached();
        StepValues.AssertFreeOfRoslyn(second.Result);
        return second;
    }

    public DriverRun Then(CSharpCompilation compilation) => Run(_driver, compilation);

    public IEnumerable<GeneratedSourceResult> Sources => Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal);

    public string SourceOf(string partOfHint) =>
        Sources.Single(source => source.HintName.Contains(partOfHint, StringComparison.Ordinal)).SourceText.ToString();

    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? runs.SelectMany(run => run.Outputs).Select(output => output.Reason)
            : [];

    public IEnumerable<IncrementalStepRunReason> OutputReasons =>
        Result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs).Select(output => output.Reason);

    /// <summary>Demands that nothing was parsed, because nothing that a parser can see has changed.</summary>
    public void AssertNotParsed()
    {
        // Unchanged would be what ran and came to the same.
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(TrackingNames.Surface));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(TrackingNames.Project));
        AssertCached();
    }

    /// <summary>Demands that no step of the generator gave anything new, and that nothing was printed again.</summary>
    public void AssertCached()
    {
        foreach (string step in TrackingNames.All.Where(static step => step != TrackingNames.Surface))
        {
            Assert.All(Reasons(step), reason =>
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} is {reason}."));
        }

        Assert.All(OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>Demands that the code and what was generated compile together without a warning.</summary>
    public DriverRun AssertCompiles()
    {
        Assert.Empty(Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
        return this;
    }

    private static DriverRun Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return new DriverRun(driver, output);
    }
}
