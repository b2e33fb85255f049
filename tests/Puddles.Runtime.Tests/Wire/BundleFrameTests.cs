using System.Buffers.Binary;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

public sealed class BundleFrameTests
{
    [Fact]
    public void A_header_of_several_calls_round_trips_and_counts_on()
    {
        var header = new CallHeader(7, 8, 9, Index: 10, Attempt: 1, Count: 3);
        byte[] bytes = new byte[CallHeader.Bytes + 30];
        header.Write(bytes, argumentBytes: 30);

        Assert.Equal(bytes.Length - FrameReader.PrefixBytes, BitConverter.ToInt32(bytes));
        Assert.Equal((byte)FrameKind.Calls, bytes[FrameReader.PrefixBytes]);
        CallHeader read = CallHeader.Read(bytes.AsSpan(FrameReader.PrefixBytes));
        Assert.Equal(header, read);
        Assert.True(read.IsBundle);
        Assert.Equal((8ul, 11), (read.Next().CallId, read.Next().Index));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_frame_of_no_calls_is_refused(int count) =>
        Assert.Throws<WireException>(() => CallHeader.Read(HostileBundles.Frame(1, count, []).AsSpan(FrameReader.PrefixBytes)));

    [Fact]
    public void Arguments_come_one_after_the_other()
    {
        var seen = new List<byte[]>();
        foreach (ReadOnlyMemory<byte> arguments in new BundledArguments(3, HostileBundles.Arguments([1, 2], [], [3])))
        {
            seen.Add(arguments.ToArray());
        }

        Assert.Equal([[1, 2], [], [3]], seen);
    }

    [Fact]
    public void Arguments_cut_at_any_byte_are_refused()
    {
        byte[] whole = HostileBundles.Arguments([1, 2], [], [3]);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<WireException>(() => Read(3, whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void Another_number_of_arguments_than_was_said_is_refused(int count) =>
        Assert.Throws<WireException>(() => Read(count, HostileBundles.Arguments([1, 2], [], [3])));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(4)]
    public void A_length_that_is_not_there_is_refused(int length)
    {
        byte[] bytes = [.. new byte[4], 1, 2, 3];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        Assert.Throws<WireException>(() => Read(1, bytes));
    }

    private static void Read(int count, ReadOnlyMemory<byte> bytes)
    {
        foreach (ReadOnlyMemory<byte> unused in new BundledArguments(count, bytes))
        {
        }
    }
}
