using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;
using Puddles.Serialization;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Whatever a closed hierarchy lists goes through its base.</summary>
public class UnionTests
{
    [Fact]
    public async Task Unions_of_MessagePack_have_its_bytes()
    {
        await AssertSame<Animal>(new Cat { Name = "c", Lives = 9 }, EchoUnions.UnitOf);
        await AssertSame<Animal>(new Dog { Chases = new Dog { Name = "d", Chases = new Cat() } }, EchoUnions.UnitOf);
        await AssertSame<IMoney[]>([new Coin(5), new Note(10, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))], EchoUnions.UnitOf);
    }

    [Fact]
    public async Task Plain_records_behind_their_base()
    {
        Expression tree = new Sum(new Constant(1), new Sum(new Constant(2), new Constant(3)));

        Assert.Equal(tree, await Call.Through(EchoUnions.UnitOf(tree)));
        Assert.Null(await Call.Through(EchoUnions.UnitOf((Expression?)null)));
        Assert.Equal("""[[0,{"Left":[-1,{"Value":1}],"Right":[-1,{"Value":2}]}]]""", Json(EchoUnions.UnitOf(new Sum(new Constant(1), new Constant(2)))));
    }

    [Fact]
    public async Task A_class_may_list_itself_and_open_types()
    {
        Assert.Equal("m", (await Call.Through(EchoUnions.UnitOf(new Outcome<int> { Message = "m" }))).Message);
        Assert.Equal(5, Assert.IsType<Success<int>>(await Call.Through(EchoUnions.UnitOf((Outcome<int>)new Success<int> { Value = 5 }))).Value);
        Assert.Equal("v", (await Call.Through(EchoUnions.UnitOf(new Success<string> { Value = "v" }))).Value);
        Assert.Equal("""[[0,{"Message":null}]]""", Json(EchoUnions.UnitOf(new Outcome<int>())));
        Assert.Equal("""[{"Message":null,"Value":"v"}]""", Json(EchoUnions.UnitOf(new Success<string> { Value = "v" })));
    }

    [Fact]
    public async Task Derived_types_of_JSON_by_text_number_and_nothing()
    {
        List<Sign?> signs = [new Letter(1, 'x'), new Digit(2, 9), new Sign(3), null];

        Assert.Equal(signs, await Call.Through(EchoUnions.UnitOf(signs)));
        Assert.Equal("""[[["letter",{"Value":120,"Width":1}],[7,{"Value":9,"Width":2}],[null,{"Width":3}],null]]""", Json(EchoUnions.UnitOf(signs)));
    }

    [Fact]
    public void A_type_that_is_not_listed_is_named()
    {
        Assert.Contains("Tasks.Stray' was given where 'Animal' is declared", Refusal(EchoUnions.UnitOf(new Stray())), StringComparison.Ordinal);
        Assert.Contains("Tasks.Product' was given where 'Expression' is declared", Refusal(EchoUnions.UnitOf(new Product(new Constant(1), new Constant(2)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[5,{}]]", "'Expression' lists no type with the key 5")]
    [InlineData("[[0]]", "has 2 elements")]
    public async Task A_key_that_stands_for_nothing_is_named(string json, string expected) =>
        Assert.Contains(expected, await Refusal(EchoUnions.UnitOf((Expression?)null), json), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_stands_for_nothing_is_named() =>
        Assert.Contains("no type with the key \"new\"", await Refusal(EchoUnions.UnitOf(new List<Sign?>()), """[[["new",{}]]]"""), StringComparison.Ordinal);

    [Fact]
    public async Task Trees_work_to_the_limit_and_no_further()
    {
        Assert.Equal(Nesting.Limit, (await Call.Through(EchoUnions.UnitOf(Tree(Nesting.Limit))))!.Evaluate());
        Assert.Contains("'Constant' lies more than 128 levels deep", Refusal(EchoUnions.UnitOf(Tree(Nesting.Limit + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_bytes_do_no_more_than_fail_the_call()
    {
        await Hostility.Try(EchoUnions.UnitOf(new Dog { Name = "d", Chases = new Cat() }));
        await Hostility.Try(EchoUnions.UnitOf(Tree(3)));
        await Hostility.Try(EchoUnions.UnitOf([new Letter(1, 'x'), new Digit(2, 9), new Sign(3)]));
    }

    // Of so many levels; its value is their number.
    private static Expression Tree(int levels)
    {
        Expression tree = new Constant(1);
        for (int level = 1; level < levels; level++)
        {
            tree = new Sum(tree, new Constant(1));
        }

        return tree;
    }

    private static async Task AssertSame<T>(T value, Func<T, PuddleUnit<T>> unit)
    {
        byte[] theirs = MessagePackSerializer.Serialize(value);
        Assert.Equal(theirs, Call.Encode(unit(value))[1..]);
        Assert.Equal(theirs, await Call.Invoke(unit(value).Task.Id, [0x91, .. theirs]));
        Assert.Equal(theirs, MessagePackSerializer.Serialize(await Call.Through(unit(value))));
    }

    private static string Json(PuddleUnit unit) => MessagePackSerializer.ConvertToJson(Call.Encode(unit));

    private static string Refusal(PuddleUnit unit) => Assert.Throws<PuddleSerializationException>(() => Call.Encode(unit)).Message;

    private static async Task<string> Refusal(PuddleUnit unit, string json) =>
        (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, MessagePackSerializer.ConvertFromJson(json)))).Message;
}
