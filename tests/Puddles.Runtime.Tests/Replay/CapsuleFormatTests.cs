using Puddles.Replay;

namespace Puddles.Runtime.Tests.Replay;

public sealed class CapsuleFormatTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        Capsule read = CapsuleFormat.Read(Capsules.Bytes(Capsules.Some));

        Assert.Equal(Capsules.Some.Arguments.ToArray(), read.Arguments.ToArray());
        Assert.Equal(Capsules.Some, read with { Arguments = Capsules.Some.Arguments });
    }

    [Fact]
    public void Cut_at_any_byte_it_is_refused()
    {
        byte[] bytes = Capsules.Bytes(Capsules.Some);
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<PuddleException>(() => CapsuleFormat.Read(bytes.AsMemory(0, length)));
        }
    }

    [Fact]
    public void A_file_that_goes_on_is_refused() =>
        Assert.Throws<PuddleException>(() => CapsuleFormat.Read((byte[])[.. Capsules.Bytes(Capsules.Some), 0]));

    [Theory]
    [InlineData(0, "not a capsule")]
    [InlineData(8, "version")]
    [InlineData(15, "damaged")]
    [InlineData(16, "damaged")]
    public void Another_file_version_or_length_is_told_apart(int position, string reason)
    {
        byte[] bytes = Capsules.Bytes(Capsules.Some);
        bytes[position] ^= 0x7F;

        var error = Assert.Throws<PuddleException>(() => CapsuleFormat.Read(bytes));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
