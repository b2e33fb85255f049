using MessagePack;
using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Errors;

public sealed class FailureBoundsTests
{
    [Fact]
    public void An_exception_that_tells_nothing_is_told_of_all_the_same()
    {
        var back = Assert.IsType<RemoteTaskException>(Remote.RoundTrip(new HostileException()));
        Assert.Equal(typeof(HostileException).FullName, back.RemoteType);
        Assert.Contains("Message threw", back.Message);
    }

    [Fact]
    public void A_null_message_is_an_empty_one() =>
        Assert.Equal($"{typeof(NullMessageException).FullName}: ", Remote.RoundTrip(new NullMessageException()).Message);

    [Fact]
    public void A_huge_message_is_cut_and_says_so()
    {
        Exception back = Remote.RoundTrip(new OwnFailure(new string('x', 5_000_000)));
        Assert.InRange(back.Message.Length, 30_000, 40_000);
        Assert.Contains("more characters left out", back.Message);
    }

    [Fact]
    public void A_thousand_causes_are_cut_and_said_to_be()
    {
        Exception thrown = new OwnFailure("root");
        for (int i = 0; i < 1000; i++)
        {
            thrown = new OwnFailure(new string('y', 50_000), thrown);
        }

        ReadOnlyMemory<byte> encoded = Remote.Encode(thrown);

        Assert.InRange(encoded.Length, 1, 1_000_000);
        Exception last = Failure.Read(encoded, Remote.Task).GetBaseException();
        Assert.Contains("left out", last.Message);
    }

    [Fact]
    public void A_thousand_inner_exceptions_are_cut_and_said_to_be()
    {
        var thrown = new AggregateException("many", Enumerable.Range(0, 1000).Select(i => new IOException($"{i}")));
        var back = Assert.IsType<AggregateException>(Remote.RoundTrip(thrown));
        Assert.InRange(back.InnerExceptions.Count, 10, 64);
        Assert.Contains("left out", back.Message);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(100)]
    [InlineData(1)]
    public void It_is_answered_whatever_the_limit(int limit)
    {
        ReadOnlyMemory<byte> encoded = Remote.Encode(new OwnFailure(new string('\u20ac', 100_000), new OwnFailure("cause")), limit);
        Assert.InRange(encoded.Length, 1, 1024);
        Assert.Contains(nameof(OwnFailure), Failure.Read(encoded, Remote.Task).Message);
    }

    [Fact]
    public void Cut_short_anywhere_it_is_a_serialization_failure()
    {
        ReadOnlyMemory<byte> whole = Remote.Encode(new AggregateException("m", new ArgumentException("a", "p"), new OwnFailure("b")));
        for (int length = 0; length < whole.Length; length++)
        {
            Exception read = Failure.Read(whole[..length], Remote.Task);
            Assert.Contains("'fake'", Assert.IsType<PuddleSerializationException>(read).Message);
        }
    }

    [Fact]
    public void Changed_anywhere_it_reads_as_some_exception()
    {
        byte[] whole = Remote.Encode(new AggregateException("m", new ArgumentException("a", "p"), new OwnFailure("b"))).ToArray();
        var random = new Random(4);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] changed = [.. whole];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.NotNull(Failure.Read(changed, Remote.Task));
        }
    }

    [Fact]
    public void Noise_reads_as_some_exception()
    {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++)
        {
            var noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            Assert.NotNull(Failure.Read(noise, Remote.Task));
        }
    }

    [Fact]
    public void Nesting_without_end_does_not_exhaust_the_stack()
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write((int)FailureKind.Thrown);
        writer.Write(0);
        writer.WriteNil();
        for (int depth = 0; depth < 100_000; depth++)
        {
            writer.WriteArrayHeader(6);
            writer.Write("T");
            writer.Write("m");
            writer.WriteNil();
            writer.Write(0);
            writer.WriteMapHeader(0);
            writer.WriteArrayHeader(1);
        }

        writer.Flush();
        Assert.IsType<PuddleSerializationException>(Failure.Read(buffer.Detach(), Remote.Task));
    }

    [Fact]
    public void A_payload_cannot_name_a_type_of_its_own_choosing()
    {
        var output = new PayloadBuffer();
        Dispatch.Run(FakeTask.Throwing(new OwnFailure("m")), 1, output);
        Assert.Null(KnownExceptions.Make(typeof(OwnFailure).FullName!, new("", new ExceptionDetails(), null, [])));
        Assert.Null(KnownExceptions.Make("System.Diagnostics.Process", new("", new ExceptionDetails(), null, [])));
        Assert.IsType<RemoteTaskException>(Failure.Read(output.Detach(), Remote.Task));
    }
}
