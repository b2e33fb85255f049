using System.Collections.Concurrent;
using System.ComponentModel;

namespace Puddles.Hosting;

/// <summary>The tables that this process knows. The module initializer of an executable registers its own and those of the assemblies that it references. Safe from any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskRegistry
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<ulong, TaskDefinition> Found = new();
    private static TaskTable[] _tables = [];

    /// <summary>Adds a table; one of an assembly that is already there is passed over.</summary>
    /// <param name="table">The table.</param>
    public static void Register(TaskTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        lock (Gate)
        {
            foreach (TaskTable other in _tables)
            {
                if (other.AssemblyName == table.AssemblyName)
                {
                    return;
                }

                NoteOverlap(other, table);
            }

            Volatile.Write(ref _tables, [.. _tables, table]);
        }
    }

    /// <summary>Finds a task in all tables.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The task, or null.</returns>
    public static TaskDefinition? Find(ulong id)
    {
        if (Found.TryGetValue(id, out TaskDefinition? known))
        {
            return known;
        }

        foreach (TaskTable table in Volatile.Read(ref _tables))
        {
            if (table.Find(id) is { } task)
            {
                return Found.GetOrAdd(id, task);
            }
        }

        return null;
    }

    /// <summary>Makes a head by the first table that has it; null where none has.</summary>
    internal static ProcessHead? CreateHead(ulong id)
    {
        foreach (TaskTable table in Volatile.Read(ref _tables))
        {
            if (table.CreateHead(id, out bool isPlain) is { } head)
            {
                head.IsPlain = isPlain;
                return head;
            }
        }

        return null;
    }

    /// <summary>Which two tasks have the same id, or null where none have. It is told by <see cref="Puddle.Init"/>: an exception in a module initializer would only be a riddle.</summary>
    internal static string? Overlap { get; private set; }

    private static void NoteOverlap(TaskTable left, TaskTable right)
    {
        foreach (ulong id in right.Ids)
        {
            if (left.Ids.BinarySearch(id) >= 0)
            {
                Overlap ??=
                    $"Task '{right.Find(id)!.Name}' of {right.AssemblyName} has the same id as '{left.Find(id)!.Name}' of {left.AssemblyName}. Give one of them another Name in its [PuddleTask].";
                return;
            }
        }
    }
}
