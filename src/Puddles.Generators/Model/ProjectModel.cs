namespace Puddles.Generators.Model;

/// <summary>All that a project has to be generated for.</summary>
/// <param name="Assembly">The assembly that it makes.</param>
/// <param name="Tasks">Its tasks, in the order of its files.</param>
/// <param name="Heads">The heads that a worker can make, by id.</param>
internal sealed record ProjectModel(AssemblyModel Assembly, EquatableArray<TaskModel> Tasks, EquatableArray<HeadModel> Heads);
