using Puddles.Wire;

namespace Puddles.Runtime.Tests.Wire;

public sealed class HeaderTests
{
    [Fact]
    public void A_call_header_round_trips_and_announces_the_frame()
    {
        var header = new CallHeader(ulong.MaxValue - 1, 0x0123456789ABCDEF, 42, int.MaxValue, 7, TermsBytes: 20);
        byte[] bytes = new byte[CallHeader.Bytes + 120];
        header.Write(bytes, argumentBytes: 100);

        Assert.Equal(bytes.Length - FrameReader.PrefixBytes, BitConverter.ToInt32(bytes));
        Assert.Equal(header, CallHeader.Read(bytes.AsSpan(FrameReader.PrefixBytes)));
    }

    [Fact]
    public void A_reply_header_round_trips_and_announces_the_frame()
    {
        foreach (FrameKind kind in (FrameKind[])[FrameKind.Ready, FrameKind.Result, FrameKind.Failure, FrameKind.Canceled, FrameKind.Withdrawn, FrameKind.Pong])
        {
            var header = new ReplyHeader(kind, 99, 123_456_789_012);
            byte[] bytes = new byte[ReplyHeader.Bytes];
            header.Write(bytes, payloadBytes: 3);

            Assert.Equal(ReplyHeader.Bytes - FrameReader.PrefixBytes + 3, BitConverter.ToInt32(bytes));
            Assert.Equal(header, ReplyHeader.Read(bytes.AsSpan(FrameReader.PrefixBytes)));
        }
    }

    [Fact]
    public void A_header_cut_at_any_byte_is_refused()
    {
        byte[] call = new byte[CallHeader.Bytes];
        new CallHeader(1, 2, 3, 4, 5).Write(call, 0);
        byte[] reply = new byte[ReplyHeader.Bytes];
        new ReplyHeader(FrameKind.Result, 1, 2).Write(reply, 0);

        for (int length = 0; length < CallHeader.Bytes - FrameReader.PrefixBytes; length++)
        {
            Assert.Throws<WireException>(() => CallHeader.Read(call.AsSpan(FrameReader.PrefixBytes, length)));
        }

        for (int length = 0; length < ReplyHeader.Bytes - FrameReader.PrefixBytes; length++)
        {
            Assert.Throws<WireException>(() => ReplyHeader.Read(reply.AsSpan(FrameReader.PrefixBytes, length)));
        }
    }

    [Fact]
    public void A_kind_that_the_other_side_does_not_send_is_refused()
    {
        for (int kind = 0; kind <= byte.MaxValue; kind++)
        {
            byte[] bytes = new byte[64];
            bytes[0] = (byte)kind;
            if (kind != (int)FrameKind.Call)
            {
                Assert.Throws<WireException>(() => CallHeader.Read(bytes));
            }

            if (kind is < (int)FrameKind.Ready or > (int)FrameKind.Output)
            {
                Assert.Throws<WireException>(() => ReplyHeader.Read(bytes));
            }

            if (kind is < (int)ControlKind.Cancel or > (int)ControlKind.Ping)
            {
                Assert.Throws<WireException>(() => ControlMessage.Read(bytes));
            }
        }
    }

    [Fact]
    public void A_control_message_round_trips()
    {
        byte[] bytes = new byte[ControlMessage.Bytes];
        var message = new ControlMessage(ControlKind.Withdraw, ulong.MaxValue);
        message.Write(bytes);

        Assert.Equal(message, ControlMessage.Read(bytes));
    }
}
