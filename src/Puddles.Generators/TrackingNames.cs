namespace Puddles.Generators;

/// <summary>The names of the steps, by which tests ask whether one ran again.</summary>
internal static class TrackingNames
{
    public const string Surface = nameof(Surface);
    public const string Project = nameof(Project);
    public const string Tasks = nameof(Tasks);
    public const string Types = nameof(Types);
    public const string Entries = nameof(Entries);
    public const string Heads = nameof(Heads);
    public const string Assembly = nameof(Assembly);
    public const string Manifest = nameof(Manifest);

    public static readonly IReadOnlyList<string> All = [Surface, Project, Tasks, Types, Entries, Heads, Assembly, Manifest];
}
