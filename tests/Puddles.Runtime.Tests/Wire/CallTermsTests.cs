using Puddles.Processors;
using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

public sealed class CallTermsTests
{
    private static readonly CallTerms Some = new() { Cores = new CoreSet([0, 7, CoreSet.Highest]), CapturesOutput = true };

    [Fact]
    public void A_call_that_asks_for_nothing_has_no_bytes_of_them() => Assert.Equal(0, CallTerms.None.Encode().Length);

    [Fact]
    public void They_round_trip() => Assert.Equal(Some, CallTerms.Decode(Some.Encode()));

    [Fact]
    public void The_most_that_can_be_asked_is_within_the_limit() =>
        Assert.True(new CallTerms { Cores = new CoreSet(Enumerable.Range(0, CoreSet.Highest + 1)) }.Encode().Length <= WireLimits.TermsBytes);

    [Fact]
    public void Cut_at_any_byte_they_are_refused()
    {
        ReadOnlyMemory<byte> bytes = Some.Encode();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<WireException>(() => CallTerms.Decode(bytes[..length]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 0x63, 0xC0 })]
    [InlineData(new byte[] { 0x81, 0x01, 0xDD, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x81, 0x01, 0x91, 0xFF })]
    [InlineData(new byte[] { 0x81, 0x01, 0x90 })]
    [InlineData(new byte[] { 0x80, 0x00 })]
    public void What_is_none_is_refused(byte[] bytes) => Assert.Throws<WireException>(() => CallTerms.Decode(bytes));

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void Terms_longer_than_their_frame_are_refused(int length)
    {
        byte[] frame = new byte[CallHeader.Bytes + 8];
        new CallHeader(1, 2, 3, 4, 5, length).Write(frame, 8);

        Assert.Throws<WireException>(() => CallHeader.Read(frame.AsSpan(FrameReader.PrefixBytes)));
    }
}
