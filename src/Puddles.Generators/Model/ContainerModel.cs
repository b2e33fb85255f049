namespace Puddles.Generators.Model;

/// <summary>The type that a task is declared in.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">The type as C#, fully qualified.</param>
/// <param name="FlatName">Its name and those of the types around it as one identifier.</param>
/// <param name="Levels">The types around it and itself, outermost first.</param>
/// <param name="IsPartial">Whether all of them are partial, so that the helpers can be members.</param>
internal sealed record ContainerModel(
    string Namespace,
    string Name,
    string FlatName,
    EquatableArray<ContainerLevel> Levels,
    bool IsPartial);
