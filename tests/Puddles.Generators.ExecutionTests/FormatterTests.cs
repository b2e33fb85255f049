using System.Net;
using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What users' own formatters write and read.</summary>
public class FormatterTests
{
    private static readonly Visit Sample = new(IPAddress.Loopback, Sealed.Make("s"), null);

    [Fact]
    public async Task A_type_that_nobody_can_annotate()
    {
        Assert.Equal(IPAddress.IPv6Loopback, await Call.Through(EchoFormatted.UnitOf(IPAddress.IPv6Loopback)));
        Assert.Null(await Call.Through(EchoFormatted.UnitOf((IPAddress?)null)));
        Visit back = (await Call.Through(EchoFormatted.UnitOf([Sample]))).Single();
        Assert.Equal((IPAddress.Loopback, "s", null), (back.From, back.Note.Text, back.Proxy));
    }

    [Fact]
    public async Task Structs_interfaces_and_open_types()
    {
        Assert.Equal(new Celsius(20), await Call.Through(EchoFormatted.UnitOf((Celsius?)new Celsius(20))));
        Assert.Null(await Call.Through(EchoFormatted.UnitOf((Celsius?)null)));
        Assert.Equal("[[293.15]]", MessagePackSerializer.ConvertToJson(Call.Encode(EchoFormatted.UnitOf([new Celsius(20)]))));
        Assert.Equal(7, (await Call.Through(EchoFormatted.UnitOf((IOpaque?)new Opaque(7))))!.Value);
        Assert.Null(await Call.Through(EchoFormatted.UnitOf((IOpaque?)null)));
        Assert.Equal((new Box<int>(5), new Box<string>("x")), await Call.Through(EchoFormatted.UnitOf((new Box<int>(5), new Box<string>("x")))));
    }

    [Fact]
    public async Task Formatters_of_MessagePack_give_its_bytes()
    {
        var value = new Tagged { Code = new Code("c"), Number = 5, Shade = Shade.Dark, Date = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) };
        byte[] theirs = MessagePackSerializer.Serialize(value);

        Assert.Equal("""["c",107,"Dark",""", MessagePackSerializer.ConvertToJson(theirs)[..16]);
        Assert.Equal(theirs, Call.Encode(EchoFormatted.UnitOf(value))[1..]);
        Tagged back = await Call.Through(EchoFormatted.UnitOf(value));
        Assert.Equal(("c", 5, Shade.Dark, value.Date, null), (back.Code!.Text, back.Number, back.Shade, back.Date, back.None));
    }

    [Fact]
    public async Task What_a_formatter_throws_names_task_and_member()
    {
        await using var pool = new InProcessPool();

        PuddleSerializationException unwritable = await Assert.ThrowsAsync<PuddleSerializationException>(() =>
            pool.RunAsync(EchoFormatted.UnitOf([Sample with { Note = Sealed.Make("unwritable") }])));
        PuddleSerializationException unreadable = await Assert.ThrowsAsync<PuddleSerializationException>(() =>
            pool.RunAsync(EchoFormatted.UnitOf([Sample with { Note = Sealed.Make("unreadable") }])));

        Assert.Contains("EchoFormatted.Of(", unwritable.Message, StringComparison.Ordinal);
        Assert.Contains("Visit.Note: the formatter 'Puddles.Generators.ExecutionTests.Tasks.SealedFormatter' could not write it: no pen", unwritable.Message, StringComparison.Ordinal);
        Assert.Contains("EchoFormatted.Of(", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("Visit.Note: the formatter 'Puddles.Generators.ExecutionTests.Tasks.SealedFormatter' could not read it: no glasses", unreadable.Message, StringComparison.Ordinal);
        Assert.Equal("s", (await pool.RunAsync(EchoFormatted.UnitOf([Sample]))).Single().Note.Text);
    }

    [Fact]
    public async Task Hostile_bytes_do_no_more_than_fail_the_call() => await Hostility.Try(EchoFormatted.UnitOf([Sample]));
}
