using System.ComponentModel;

namespace Puddles.Hosting;

/// <summary>The tasks of one assembly. Generated code derives from it: look-up is a switch over the ids, so that a task costs nothing until it is called.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskTable
{
    /// <summary>The name of the assembly.</summary>
    public abstract string AssemblyName { get; }

    /// <summary>The ids of all tasks, ascending.</summary>
    public abstract ReadOnlySpan<ulong> Ids { get; }

    /// <summary>Finds a task.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The task, or null where this assembly has none of that id.</returns>
    public abstract TaskDefinition? Find(ulong id);

    /// <summary>Makes a head.</summary>
    /// <param name="id">The 64-bit FNV-1a hash of its full name in UTF-8, as <see cref="Type.FullName"/> has it.</param>
    /// <param name="isPlain">Whether it leaves <see cref="ProcessHead.RunAsync"/> as it is.</param>
    /// <returns>The head, or null where this assembly has none of that id.</returns>
    public virtual ProcessHead? CreateHead(ulong id, out bool isPlain)
    {
        isPlain = false;
        return null;
    }
}
