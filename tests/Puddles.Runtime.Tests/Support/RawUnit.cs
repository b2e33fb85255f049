using MessagePack;
using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Support;

/// <summary>A call of any task with any bytes as its arguments, whose result is read as that of another unit.</summary>
internal sealed class RawUnit<T>(TaskDefinition task, byte[] arguments, PuddleUnit<T> reading) : PuddleUnit<T>(task)
{
    protected internal override void WriteArguments(ref MessagePackWriter writer) => writer.WriteRaw(arguments);

    protected internal override T ReadResult(ref MessagePackReader reader) => reading.ReadResult(ref reader);
}
