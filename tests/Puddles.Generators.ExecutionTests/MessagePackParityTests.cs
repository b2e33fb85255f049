using System.Text.Json;
using MessagePack;
using MessagePack.Resolvers;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What is marked for MessagePack has MessagePack-CSharp's own bytes, and is read from them as it reads it.</summary>
public class MessagePackParityTests
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    [Fact]
    public async Task Numbers_for_keys()
    {
        await AssertSame(new Ticket { Id = 4, Seat = new Seat(3, "C"), Title = null, Shade = Shade.Dark, Initial = 9, Last = 1 }, EchoMarked.UnitOf);
        await AssertSame(new Ticket(), EchoMarked.UnitOf);
        await AssertSame(new Seat(-1, null!), EchoMarked.UnitOf);
        await AssertSame(new Holder<int> { Value = 4 }, EchoMarked.UnitOf);
        await AssertSame(new Holder<Holder<string>> { Value = new() { Value = "x" } }, EchoMarked.UnitOf);
        await AssertSame(new Chain { Value = 1, Next = new Chain { Value = 2 } }, EchoMarked.UnitOf);
    }

    [Fact]
    public async Task Names_for_keys()
    {
        await AssertSame(new Guest("n", 3) { IsKnown = false, Born = DateTime.UnixEpoch, Id = Guid.Empty }, EchoMarked.UnitOf);
        await AssertSame(new Person { Id = Guid.AllBitsSet }, EchoMarked.UnitOf);
        await AssertSame(new Parcel("to", 1.5) { From = "from", Seats = [new Seat(1, "a")], Draft = 5, Count = 9 }, EchoMarked.UnitOf);
    }

    [Fact]
    public async Task Data_contracts()
    {
        await AssertSame(new Contact { Name = "n", Age = 3, Unmarked = "lost, as it asks to be", Marks = [1, 2] }, EchoMarked.UnitOf);
        await AssertSame(new Address { Street = "s", Number = 4, Note = "lost, too" }, EchoMarked.UnitOf);
        await AssertSame(new Nothing(), EchoMarked.UnitOf);
    }

    [Fact]
    public async Task Every_type_within() => await AssertSame(new MarkedValues(), EchoMarkedValues.UnitOf);

    [Fact]
    public async Task Nothing_within() =>
        await AssertSame(
            new MarkedValues
            {
                Text = null, Uri = null, Version = null, Bits = null, Some = null, Bytes = null, ByteList = null, SBytes = null, Ints = null, Doubles = null,
                Texts = null, Jagged = null, Grid = null, Cube = null, List = null, ReadOnlyList = null, Enumerable = null, Set = null, Queue = null,
                Stack = null, ImmutableList = null, Dictionary = null, Sorted = null, TupleClass = null, Lazy = null, NoShade = Shade.Light, NoDate = DateTime.UnixEpoch,
            },
            EchoMarkedValues.UnitOf);

    [Fact]
    public async Task Callbacks_run_at_both_ends()
    {
        Journal back = await Call.Through(EchoMarked.UnitOf(new Journal()));
        JournalEntry entry = await Call.Through(EchoMarked.UnitOf(new JournalEntry()));

        Assert.Equal((2, 1), (back.Written, back.Read));
        Assert.Equal((2, 2), (entry.Written, entry.Read));
        Assert.Equal(MessagePackSerializer.Serialize(new JournalEntry()), Call.Encode(EchoMarked.UnitOf(new JournalEntry()))[1..]);
    }

    [Theory]
    [InlineData("[4]")]
    [InlineData("[]")]
    [InlineData("[4,null,[1,2],\"t\"]")]
    [InlineData("[4,null,null,\"t\",[1,{\"a\":[]}],1,9,9,9,[[[]]]]")]
    public async Task Missing_and_unknown_keys_of_arrays(string json) => await AssertReadsSame(json, EchoMarked.UnitOf, (Ticket)null!);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"To\":\"x\",\"new\":[1,{\"a\":[]}],\"Draft\":3,\"Label\":\"y\"}")]
    [InlineData("{\"Count\":4,\"From\":\"f\",\"Weight\":2.5}")]
    public async Task Missing_and_unknown_keys_of_maps(string json) => await AssertReadsSame(json, EchoMarked.UnitOf, (Parcel)null!);

    [Fact]
    public async Task A_derived_class_that_is_not_declared_is_refused_and_not_cut_short() =>
        Assert.Contains("Guest", (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Through(EchoMarked.UnitOf((Person)new Guest("", 1))))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Hostile_bytes_do_no_more_than_fail_the_call()
    {
        await Hostility.Try(EchoMarked.UnitOf(new Ticket { Seat = new Seat(3, "C"), Last = 1 }));
        await Hostility.Try(EchoMarked.UnitOf(new Parcel("to", 1.5) { From = "from", Seats = [new Seat(1, "a")] }));
    }

    private static async Task AssertSame<T>(T value, Func<T, PuddleUnit<T>> unit)
    {
        byte[] theirs = MessagePackSerializer.Serialize(value, StandardResolver.Options);
        byte[] ours = Call.Encode(unit(value))[1..];
        Assert.Equal(MessagePackSerializer.ConvertToJson(theirs), MessagePackSerializer.ConvertToJson(ours));
        Assert.Equal(theirs, ours);

        byte[] result = await Call.Invoke(unit(value).Task.Id, [0x91, .. theirs]);
        Assert.Equal(theirs, result);
        T back = await Call.Through(unit(value));
        Assert.Equal(theirs, MessagePackSerializer.Serialize(back, StandardResolver.Options));
        Assert.Equal(Json(MessagePackSerializer.Deserialize<T>(ours, StandardResolver.Options)), Json(back));
    }

    private static async Task AssertReadsSame<T>(string json, Func<T, PuddleUnit<T>> unit, T none)
    {
        byte[] bytes = MessagePackSerializer.ConvertFromJson(json);
        T theirs = MessagePackSerializer.Deserialize<T>(bytes, StandardResolver.Options);
        var reader = new MessagePackReader(await Call.Invoke(unit(none).Task.Id, [0x91, .. bytes]));
        Assert.Equal(Json(theirs), Json(unit(none).ReadResult(ref reader)));
    }

    // What cannot be written as JSON is compared by its bytes above.
    private static string Json<T>(T value) => value is MarkedValues ? "" : JsonSerializer.Serialize(value, WithFields);
}
