using MessagePack;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>A call whose argument is not there until somebody says so.</summary>
internal sealed class WaitingUnit(int x, WaitHandle ready) : PuddleUnit<int>(ProcessTasks.UnitInc(0).Task)
{
    /// <summary>Whether nobody said so in time.</summary>
    public bool HasWaitedInVain { get; private set; }

    protected internal override void WriteArguments(ref MessagePackWriter writer)
    {
        HasWaitedInVain |= !ready.WaitOne(Support.Limits.Hang);
        writer.WriteArrayHeader(1);
        writer.Write(x);
    }

    protected internal override int ReadResult(ref MessagePackReader reader) => reader.ReadInt32();
}
