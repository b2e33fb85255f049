namespace Puddles.Generators.Model;

/// <summary>How a task tells that it is done.</summary>
internal enum Completion
{
    /// <summary>It returns.</summary>
    Synchronous,

    /// <summary>It returns a <c>Task</c>.</summary>
    Task,

    /// <summary>It returns a <c>ValueTask</c>.</summary>
    ValueTask,
}
