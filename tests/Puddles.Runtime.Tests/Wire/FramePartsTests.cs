using System.Buffers.Binary;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>Frames whose end is received while it is read.</summary>
public sealed class FramePartsTests
{
    private const int Limit = 100_000_000;
    private const int Head = 77;

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void A_large_frame_comes_in_two_parts(int piece)
    {
        byte[][] frames = [Frame(3), Frame(100_000), Frame(5), Frame(70_000), Frame(200_000), Frame(1)];
        var reader = new FrameReader(new ScriptedTransport(Join(frames), piece), Limit, (_, _) => Head);

        foreach (byte[] expected in frames)
        {
            Assert.True(reader.TryRead(out ReadOnlyMemory<byte> frame));
            byte[] rest = new byte[reader.Tail?.Left ?? 0];
            reader.Tail?.Read(rest);
            Assert.Equal(expected.Length > 65_536, reader.Tail is not null);
            Assert.Equal(expected, (byte[])[.. frame.Span, .. rest]);
            Assert.False(reader.HasFrame && piece == 1);
        }

        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void What_nobody_reads_is_passed_over_and_the_head_stays()
    {
        byte[][] frames = [Frame(100_000), Frame(1_000_000), Frame(5)];
        var reader = new FrameReader(new ScriptedTransport(Join(frames), int.MaxValue), Limit, (_, _) => Head);

        Assert.True(reader.TryRead(out ReadOnlyMemory<byte> first));
        Assert.True(reader.TryFinish());
        Assert.Equal(frames[0][..Head], first.ToArray());
        Assert.True(reader.TryRead(out _));
        reader.Tail!.Read(new byte[1000]);
        Assert.True(reader.TryRead(out ReadOnlyMemory<byte> last));
        Assert.Equal(frames[2], last.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_000)]
    public void Where_it_cannot_be_cut_it_comes_whole(int head)
    {
        byte[] expected = Frame(100_000);
        var reader = new FrameReader(new ScriptedTransport(Join([expected]), 10_000), Limit, (_, _) => head);

        Assert.True(reader.TryRead(out ReadOnlyMemory<byte> frame));
        Assert.Null(reader.Tail);
        Assert.Equal(expected, frame.ToArray());
    }

    [Fact]
    public void A_peer_that_is_gone_in_the_middle_gives_no_more()
    {
        byte[] bytes = Join([Frame(100_000)]);
        for (int cut = 5; cut < bytes.Length; cut += 9_999)
        {
            var reader = new FrameReader(new ScriptedTransport(bytes[..cut], 4096), Limit, (_, _) => Head);
            if (reader.TryRead(out _))
            {
                Assert.Throws<IOException>(() => reader.Tail!.Read(new byte[reader.Tail.Left]));
                Assert.False(reader.TryFinish());
            }

            Assert.False(reader.TryRead(out _));
        }
    }

    [Fact]
    public void Only_a_peer_that_has_sent_much_is_believed_that_much_comes()
    {
        byte[][] frames = [Frame(5_000_000), Frame(19_000_000), Frame(90_000_000)];
        var reader = new FrameReader(new ScriptedTransport(Join(frames), int.MaxValue), Limit, (_, _) => Head);

        bool[] inParts = [.. frames.Select(_ =>
        {
            Assert.True(reader.TryRead(out ReadOnlyMemory<byte> _));
            return reader.Tail is not null;
        })];

        Assert.Equal([false, true, false], inParts);
    }

    [Theory]
    [InlineData(0, new byte[] { 0xC6, 0, 1, 0, 0 }, 5)]
    [InlineData(1, new byte[] { 0x91, 0xC6, 0, 1, 0, 0 }, 6)]
    [InlineData(3, new byte[] { 0x93, 7, 0xA1, 0x61, 0xC6, 0, 1, 0, 0 }, 9)]
    [InlineData(2, new byte[] { 0x93, 7, 0xA1, 0x61, 0xC6, 0, 1, 0, 0 }, 0)]
    [InlineData(1, new byte[] { 0x91, 0xC0 }, 0)]
    [InlineData(1, new byte[] { 0x91, 0xC6, 0, 1 }, 0)]
    [InlineData(2, new byte[] { 0x92, 0xDB, 0, 0, 9, 9, 0x61 }, 0)]
    [InlineData(1, new byte[] { 0xC1 }, 0)]
    [InlineData(1, new byte[0], 0)]
    public void Where_the_last_value_is_a_block_its_header_ends_the_head(int elements, byte[] begun, int head)
    {
        Assert.Equal(head, LateBlock.HeadLength(begun, begun.Length + 65_536, elements));
        Assert.Equal(0, LateBlock.HeadLength(begun, begun.Length + 65_537, elements));
    }

    private static byte[] Frame(int length)
    {
        byte[] frame = new byte[length];
        new Random(length).NextBytes(frame);
        return frame;
    }

    private static byte[] Join(byte[][] frames)
    {
        byte[] bytes = new byte[frames.Sum(frame => FrameReader.PrefixBytes + frame.Length)];
        int at = 0;
        foreach (byte[] frame in frames)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), frame.Length);
            frame.CopyTo(bytes, at + FrameReader.PrefixBytes);
            at += FrameReader.PrefixBytes + frame.Length;
        }

        return bytes;
    }
}
