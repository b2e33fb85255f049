using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

public sealed class HelloTests
{
    private static readonly Hello Example = new("/tmp/ü/s", "/proc/1/fd/2", [1, 2, 3], [4, 5], 6, 7, 8, 0xFEDC_BA98_7654_3210, 9, 10);

    [Fact]
    public void It_round_trips_and_leaves_what_follows_unread()
    {
        var stream = new MemoryStream([.. Example.Encode().Span, 99]);

        Hello read = Hello.Read(stream);

        Assert.Equivalent(Example, read, strict: true);
        Assert.Equal(99, stream.ReadByte());
    }

    [Fact]
    public void One_cut_at_any_byte_is_the_end_of_the_stream()
    {
        byte[] bytes = Example.Encode().ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<EndOfStreamException>(() => Hello.Read(new MemoryStream(bytes[..length])));
        }
    }

    [Fact]
    public void One_with_any_byte_changed_is_read_or_refused_and_nothing_else()
    {
        byte[] bytes = Example.Encode().ToArray();
        for (int at = 0; at < bytes.Length; at++)
        {
            for (int value = 0; value <= byte.MaxValue; value++)
            {
                byte[] changed = [.. bytes];
                changed[at] = (byte)value;
                Exception? error = Record.Exception(() => Hello.Read(new MemoryStream(changed)));

                Assert.True(error is null or WireException or EndOfStreamException, $"byte {at} as {value}: {error}");
            }
        }
    }

    [Fact]
    public void Another_version_is_named()
    {
        byte[] bytes = Example.Encode().ToArray();
        bytes[4] = 77;

        WireException error = Assert.Throws<WireException>(() => Hello.Read(new MemoryStream(bytes)));

        Assert.Contains("version 77", error.Message, StringComparison.Ordinal);
    }
}
