using MessagePack;

namespace Puddles.Runtime.Tests.Support;

internal sealed class FakeUnit(FakeTask task, int x) : PuddleUnit<int>(task)
{
    /// <summary>A unit with this argument cannot be encoded.</summary>
    public const int Unwritable = int.MinValue;

    protected internal override void WriteArguments(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(x != Unwritable ? x : throw new InvalidOperationException("The getter refuses."));
    }

    protected internal override int ReadResult(ref MessagePackReader reader) => reader.ReadInt32();
}
