using Puddles.Generators.Emitting;
using Puddles.Generators.Parsing.Surfaces;

namespace Puddles.Generators;

/// <summary>
/// Generates helpers, codecs and the dispatch table for methods with <c>[PuddleTask]</c>. It says nothing: what it
/// cannot generate, the analyzer reports.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PuddlesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectModel> project = context.CompilationProvider
            .Select(Surface.Of)
            .WithTrackingName(TrackingNames.Surface)
            .Select(static (surface, cancellationToken) => surface.Parse(cancellationToken))
            .WithTrackingName(TrackingNames.Project);

        IncrementalValuesProvider<TaskModel> tasks = project
            .SelectMany(static (project, _) => Steps.Buckets(project.Tasks, static task => task.Container.Name + task.Method))
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(TrackingNames.Tasks);

        IncrementalValuesProvider<TypeModel> types = tasks
            .Select(static (task, _) => task.Types)
            .Collect()
            .SelectMany(static (all, _) => Steps.Buckets(Steps.Distinct(all), static type => type.Codec.Class))
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(TrackingNames.Types);

        IncrementalValueProvider<EquatableArray<TableEntry>> entries = tasks
            .Select(static (task, _) => new TableEntry(task.Identity.Id, task.Identity.EarlierIds, task.Key, TaskEmitter.DefinitionFor(task)))
            .Collect()
            .Select(static (all, _) => Steps.Sorted(all))
            .WithTrackingName(TrackingNames.Entries);

        IncrementalValueProvider<EquatableArray<HeadModel>> heads = project
            .Select(static (project, _) => project.Heads)
            .WithTrackingName(TrackingNames.Heads);

        IncrementalValueProvider<AssemblyModel> assembly = project
            .Select(static (project, _) => project.Assembly)
            .WithTrackingName(TrackingNames.Assembly);

        // Empty, and never anything else, but for the build that writes the manifest.
        IncrementalValueProvider<EquatableArray<ManifestTask>> manifest = tasks
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => Steps.WritesManifest(options)))
            .Where(static task => task.Right)
            .Select(static (task, _) => ManifestTask.Of(task.Left))
            .Collect()
            .Select(static (all, _) => new EquatableArray<ManifestTask>(all))
            .WithTrackingName(TrackingNames.Manifest);

        context.RegisterSourceOutput(tasks, static (output, task) =>
            output.AddSource($"{task.Container.FlatName}.{task.Key}.g.cs", TaskEmitter.Emit(task)));
        context.RegisterSourceOutput(types, static (output, type) =>
            output.AddSource($"{type.Codec.Class}.g.cs", CodecEmitter.Emit(type)));
        context.RegisterSourceOutput(assembly.Combine(entries.Combine(heads)), static (output, source) =>
            AddTable(output, source.Left, source.Right.Left, source.Right.Right));
        context.RegisterSourceOutput(assembly.Combine(manifest), static (output, source) => AddManifest(output, source.Left, source.Right));
    }

    private static void AddManifest(SourceProductionContext output, AssemblyModel assembly, EquatableArray<ManifestTask> tasks)
    {
        if (tasks.Count > 0)
        {
            output.AddSource("Contract.g.cs", ManifestEmitter.EmitCarrier(assembly.Name, tasks));
        }
    }

    private static void AddTable(SourceProductionContext output, AssemblyModel assembly, EquatableArray<TableEntry> entries, EquatableArray<HeadModel> heads)
    {
        bool hasTable = entries.Count + heads.Count > 0;
        if (hasTable)
        {
            output.AddSource("TaskTable.g.cs", TableEmitter.Emit(assembly, entries, heads));
        }

        if (assembly.IsExecutable && (hasTable || assembly.ReferencedTables.Count > 0))
        {
            output.AddSource("Registration.g.cs", RegistrationEmitter.Emit(assembly, hasTable));
        }
    }
}
