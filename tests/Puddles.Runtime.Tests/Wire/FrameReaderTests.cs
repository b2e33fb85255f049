using System.Buffers.Binary;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

public sealed class FrameReaderTests
{
    private const int Limit = 10_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void Frames_come_out_as_they_went_in_whatever_the_pieces(int piece)
    {
        int[] lengths = [0, 1, 5, 70_000, 0, 3, 1_000_000, 2, 65_536, 1];
        byte[][] frames = [.. lengths.Select(length => Enumerable.Range(length, length).Select(i => (byte)i).ToArray())];
        var reader = new FrameReader(new ScriptedTransport(Join(frames), piece), Limit);

        foreach (byte[] expected in frames)
        {
            Assert.True(reader.TryRead(out ReadOnlyMemory<byte> frame));
            Assert.True(expected.AsSpan().SequenceEqual(frame.Span));
        }

        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void A_stream_cut_at_any_byte_gives_the_whole_frames_before_it_and_then_ends()
    {
        byte[] bytes = Join([1, 2, 3], [4], [], [5, 6, 7, 8]);
        int[] ends = [7, 12, 16, 24];
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            var reader = new FrameReader(new ScriptedTransport(bytes[..cut], 5), Limit);
            int whole = 0;
            while (reader.TryRead(out _))
            {
                whole++;
            }

            Assert.Equal(ends.Count(end => end <= cut), whole);
        }
    }

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_length_over_the_limit_is_refused_before_anything_is_read_for_it(int length)
    {
        byte[] bytes = new byte[100];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        var reader = new FrameReader(new ScriptedTransport(bytes, 100), Limit);

        Assert.Throws<WireException>(() => reader.TryRead(out _));
    }

    [Fact]
    public void A_length_that_is_only_announced_takes_no_memory()
    {
        byte[] bytes = new byte[100_000];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Limit);
        var reader = new FrameReader(new ScriptedTransport(bytes, int.MaxValue), Limit);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(reader.TryRead(out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * bytes.Length);
    }

    [Fact]
    public void It_knows_whether_the_next_frame_is_here()
    {
        byte[] bytes = Join([1], [2], [3, 4, 5]);
        var reader = new FrameReader(new ScriptedTransport(bytes[..^1], int.MaxValue), Limit);

        Assert.False(reader.HasFrame);
        Assert.True(reader.TryRead(out _));
        Assert.True(reader.HasFrame);
        Assert.True(reader.TryRead(out _));
        Assert.False(reader.HasFrame);
    }

    private static byte[] Join(params byte[][] frames) => [.. frames.SelectMany(frame => (byte[])[.. BitConverter.GetBytes(frame.Length), .. frame])];
}
