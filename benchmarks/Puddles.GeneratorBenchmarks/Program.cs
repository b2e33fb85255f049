using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Benchmarks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Puddles.Generators;
using Puddles.Generators.Diagnostics;

const int Tasks = 1000;
const int Rounds = 15;
ImmutableArray<DiagnosticAnalyzer> analyzers = [new PuddleTaskAnalyzer(), new EntryPointAnalyzer(), new HeadAnalyzer(), new SurpriseAnalyzer(), new StaticStateAnalyzer(), new ContractAnalyzer()];

// Once to warm up, once to be measured.
foreach (bool isMeasured in (bool[])[false, true])
{
    CSharpCompilation project = Project.Of(Tasks);
    TimeSpan plain = Time(() => Emit(project));
    GeneratorDriver driver = CSharpGeneratorDriver.Create(
        [new PuddlesGenerator().AsSourceGenerator()],
        parseOptions: Project.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));
    Compilation output = project;
    TimeSpan generate = Time(() => driver = driver.RunGeneratorsAndUpdateCompilation(project, out output, out _));
    TimeSpan emit = Time(() => Emit(output));
    TimeSpan bind = Time(() => Again(output).GetDiagnostics());
    TimeSpan analyze = Time(() => Again(output).WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
    TimeSpan body = Median(edit => Project.WithBody(project, edit));
    TimeSpan member = Median(edit => Project.WithMember(project, edit));
    if (isMeasured)
    {
        Write($"compile {Tasks:N0} tasks without the generator", plain);
        Write("run the generator from nothing", generate);
        Write("compile with what it wrote", emit);
        Write("bind it, as all analyzers make the compiler do", bind);
        Write("run the analyzers", analyze);
        Write("run the generator after a keystroke in a body", body);
        Write("run the generator after a keystroke in a record", member);
    }

    TimeSpan Median(Func<int, CSharpCompilation> change)
    {
        var times = new List<TimeSpan>();
        for (int round = 1; round <= Rounds; round++)
        {
            CSharpCompilation changed = change(round);

            // The declarations are the compiler's own work, with or without a generator.
            _ = changed.GetTypeByMetadataName("Shop.Area0.Jobs")!.GetMembers();
            times.Add(Time(() => driver = driver.RunGenerators(changed)));
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}

static TimeSpan Time(Action action)
{
    long start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start);
}

static void Emit(Compilation compilation)
{
    using var image = new MemoryStream();
    if (!compilation.Emit(image).Success)
    {
        throw new InvalidOperationException("The project does not compile.");
    }
}

// Of a compilation that is new, the compiler has bound nothing yet.
static CSharpCompilation Again(Compilation compilation) => CSharpCompilation.Create(
    compilation.AssemblyName, compilation.SyntaxTrees, compilation.References, (CSharpCompilationOptions)compilation.Options);

static void Write(string what, TimeSpan time) =>
    Console.WriteLine($"{what,-50} {time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture),10} ms");
