using Puddles.Hosting;

namespace Puddles.TestTasks;

/// <summary>Makes <see cref="RawTask"/> known to a process.</summary>
public sealed class RawTable : TaskTable
{
    public override string AssemblyName => "Puddles.TestTasks (by hand)";

    public override ReadOnlySpan<ulong> Ids => new ulong[] { RawTask.Instance.Id };

    public override TaskDefinition? Find(ulong id) => id == RawTask.Instance.Id ? RawTask.Instance : null;
}
