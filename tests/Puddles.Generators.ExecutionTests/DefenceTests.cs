using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;
using Puddles.Serialization;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What no well-behaved caller sends.</summary>
public class DefenceTests
{
    private static readonly PuddleUnit[] Units = [.. HostileCases.All];

    [Fact]
    public async Task Cut_or_changed_bytes_do_no_more_than_fail_the_call_and_allocate_little()
    {
        foreach (PuddleUnit unit in Units)
        {
            await Hostility.Try(unit);
        }
    }

    [Fact]
    public async Task Bytes_after_the_last_argument_are_refused() =>
        Assert.True(await Hostility.IsRefused(Units[0], [.. Call.Encode(Units[0]), 0]));

    [Theory]
    [InlineData("bin in place of text", 0x91, 0xC6, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("text", 0x91, 0xDB, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("unknown member", 0x91, 0x81, 0xA1, 0x3F, 0xDB, 0xFF, 0xFF, 0xFF, 0xFF)]
    public async Task Lengths_that_would_be_negative_are_refused(string what, params int[] bytes)
    {
        byte[] arguments = [.. bytes.Select(value => (byte)value)];
        foreach (PuddleUnit unit in new PuddleUnit[] { Echo.UnitOf(""), Echo.UnitOf((byte[]?)[]), Echo.UnitOf((int[]?)[]), Echo.UnitOf(default(Point)) })
        {
            Assert.True(await Hostility.IsRefused(unit, arguments), what);
        }
    }

    [Fact]
    public async Task A_member_that_is_missing_is_named() =>
        Assert.Contains("Line.Product is missing", await Refusal(Echo.UnitOf((IReadOnlyList<Line>)[]), """[[{"Price":"1"}]]"""), StringComparison.Ordinal);

    [Fact]
    public async Task A_member_that_comes_twice_is_named() =>
        Assert.Contains("Point.X comes twice", await Refusal(Echo.UnitOf(default(Point)), """[{"X":1,"X":2,"Y":1}]"""), StringComparison.Ordinal);

    [Fact]
    public async Task A_key_that_comes_twice_is_refused() =>
        Assert.Contains("the same key twice", await Refusal(Echo.UnitOf(new Dictionary<string, int[]>()), """[{"a":"","a":""}]"""), StringComparison.Ordinal);

    [Fact]
    public async Task Nil_where_none_may_be_is_named() =>
        Assert.Contains("Line.Product is null", await Refusal(Echo.UnitOf((IReadOnlyList<Line>)[]), """[[{"Product":null,"Price":"1"}]]"""), StringComparison.Ordinal);

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused() =>
        Assert.Contains("not UTF-8", (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(Echo.UnitOf("").Task.Id, [0x91, 0xA1, 0xFF]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Members_that_are_unknown_are_passed_over_where_they_are_null()
    {
        byte[] arguments = MessagePackSerializer.ConvertFromJson("""[{"New":null,"Y":2,"X":1}]""");

        Assert.Equal(new Point(1, 2), Decode(await Call.Invoke(Echo.UnitOf(default(Point)).Task.Id, arguments)));
    }

    [Fact]
    public async Task A_value_of_an_unknown_member_is_not_lost_in_silence() =>
        Assert.Contains("Point.New is not known here", await Refusal(Echo.UnitOf(default(Point)), """[{"New":[[1,{"a":2}],"x"],"Y":2,"X":1}]"""), StringComparison.Ordinal);

    [Fact]
    public void A_cycle_ends_in_an_exception_that_names_the_type()
    {
        var node = new Node();
        node.Next = node;

        Assert.Contains("Node", Assert.Throws<PuddleSerializationException>(() => Call.Encode(Echo.UnitOf(node))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_works_to_the_limit_and_no_further()
    {
        Assert.Equal(0, (await Call.Through(Echo.UnitOf(Chain(Nesting.Limit)))).Value);
        Assert.Throws<PuddleSerializationException>(() => Call.Encode(Echo.UnitOf(Chain(Nesting.Limit + 1))));

        string tooDeep = $"[{string.Concat(Enumerable.Repeat("""{"Children":[],"Value":1,"Next":""", Nesting.Limit))}{{}}{new string('}', Nesting.Limit)}]";
        Assert.Contains("128 levels", await Refusal(Echo.UnitOf(new Node()), tooDeep), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_members_of_any_depth_do_not_overflow_the_stack()
    {
        const int Depth = 200_000;
        byte[] arguments = [0x91, 0x81, 0xA1, (byte)'?', .. Enumerable.Repeat((byte)0x91, Depth), 0xC0];

        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(Echo.UnitOf(default(Point)).Task.Id, arguments));
    }

    [Fact]
    public void Null_where_none_may_be_fails_at_the_caller_and_is_named()
    {
        Assert.Contains("Line.Product is null", EncodingOf(Echo.UnitOf(new Order(1, "c", null, [new Line(null!, 1)]))), StringComparison.Ordinal);
        Assert.Contains("x is null", EncodingOf(Echo.UnitOf((Node)null!)), StringComparison.Ordinal);
        Assert.Contains("An element of string?[][] is null", EncodingOf(Echo.UnitOf(new string?[][] { null! })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public void Half_of_a_surrogate_pair_fails_at_the_caller_and_is_not_replaced(int length) =>
        Assert.Contains("surrogate", EncodingOf(Echo.UnitOf(new string('a', length) + '\uD83D')), StringComparison.Ordinal);

    [Fact]
    public async Task Texts_of_any_length_and_width_come_back_in_the_shortest_form()
    {
        foreach (int length in new[] { 0, 10, 11, 31, 32, 85, 86, 255, 256, 1024, 1025, 21_846, 65_535, 65_536 })
        {
            foreach (string letter in new[] { "a", "\u00E9", "\u20AC", "\U0001F600" })
            {
                string text = string.Concat(Enumerable.Repeat(letter, length));

                Assert.Equal(text, await Call.Through(Echo.UnitOf(text)));
                Assert.Equal(MessagePackSerializer.Serialize(text), Call.Encode(Echo.UnitOf(text))[1..]);
            }
        }
    }

    [Fact]
    public void What_a_derived_class_adds_is_not_lost_in_silence() =>
        Assert.Contains("would be lost", EncodingOf(Echo.UnitOf((SettingsBase)new Settings { Level = 1 })), StringComparison.Ordinal);

    [Fact]
    public void A_dictionary_with_a_comparer_of_its_own_is_refused() =>
        Assert.Contains("comparer", EncodingOf(Echo.UnitOf(new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase))), StringComparison.Ordinal);

    private static Node Chain(int length)
    {
        var node = new Node();
        for (int i = 2; i < length; i++)
        {
            node = new Node { Next = node };
        }

        return node;
    }

    private static Point Decode(byte[] result)
    {
        var reader = new MessagePackReader(result);
        return Echo.UnitOf(default(Point)).ReadResult(ref reader);
    }

    private static string EncodingOf(PuddleUnit unit) => Assert.Throws<PuddleSerializationException>(() => Call.Encode(unit)).Message;

    private static async Task<string> Refusal(PuddleUnit unit, string json) =>
        (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, MessagePackSerializer.ConvertFromJson(json)))).Message;
}
