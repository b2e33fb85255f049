namespace Puddles;

/// <summary>
/// Marks a static method as a task: for a method <c>Xxx</c> the helpers <c>RunXxx</c>, <c>UnitXxx</c> and
/// <c>CountXxx</c> are generated, and a worker process can run it.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PuddleTaskAttribute : Attribute
{
    /// <summary>
    /// The name that the task has on the wire, in place of its namespace, type, name and parameter types. Give one to
    /// a task that programs of different builds call, so that it can be renamed or moved.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>How long a call may run, in milliseconds, counted from when it begins; 0, the default, sets no limit of its own.</summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>Whether a call that may have begun when its worker died can safely be run again.</summary>
    public bool Idempotent { get; set; }

    /// <summary>How often a call is run again after a worker died under it; only with <see cref="Idempotent"/>, where the default is 1. With 0, only calls that ask for it by <see cref="PuddleUnit.WithRetries"/> are.</summary>
    public int Retries { get; set; }
}
