using System.Buffers.Binary;
using Puddles.TestWorker;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>Frames of several calls, as no host would write them.</summary>
internal static class HostileBundles
{
    public static byte[] Arguments(params byte[][] calls) => [.. calls.SelectMany(call => (byte[])[.. BitConverter.GetBytes(call.Length), .. call])];

    /// <summary>A frame that says that it holds so many calls of <see cref="ProcessTasks.Inc"/>, whatever it holds.</summary>
    public static byte[] Frame(ulong callId, int count, byte[] arguments)
    {
        PuddleUnit<int> unit = ProcessTasks.UnitInc(0);
        byte[] frame = new byte[CallHeader.Bytes + arguments.Length];
        new CallHeader(callId, unit.Task.Id, unit.Task.Contract, 0, 1, Count: 1).Write(frame, arguments.Length);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(CallHeader.Bytes - 4), count);
        arguments.CopyTo(frame, CallHeader.Bytes);
        return frame;
    }
}
