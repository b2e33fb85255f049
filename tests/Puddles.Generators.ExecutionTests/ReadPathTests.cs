using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;
using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What cannot be read says where in the value it stands.</summary>
public class ReadPathTests
{
    public static TheoryData<PuddleUnit, string, string> Wrong => new()
    {
        { Echo.UnitOf((Order?)null), """{"Id":1,"Customer":"c","Lines":[{"Product":"p","Price":"1"},{"Product":"p","Price":true}]}""", "Order.Lines[1].Price" },
        { Echo.UnitOf((Order?)null), """{"Id":1,"Customer":"c","Lines":[{"Product":"p"}]}""", "Order.Lines[0]" },
        { Echo.UnitOf((Order?)null), """{"Id":1,"Customer":"c","Lines":7}""", "Order.Lines" },
        { Echo.UnitOf((Order?)null), """{"Id":5000000000}""", "Order.Id" },
        { Echo.UnitOf(new Node()), """{"Value":1,"Children":[{"Value":1,"Children":[],"Next":{"Value":"x"}}]}""", "Node.Children[0].Next.Value" },
        { Echo.UnitOf(new Dictionary<string, int[]>()), """{"a":5}""", "Dictionary<string, int[]>.Values[0]" },
        { Echo.UnitOf(new Dictionary<string, int[]>()), """{"7":"","7":""}""", "Dictionary<string, int[]>.Keys[1]" },
        { Echo.UnitOf((3, (string?)"x")), """[3,4]""", "(int Count, string? Name).Item2" },
        { Echo.UnitOf((3, (string?)"x")), """[3]""", "(int Count, string? Name)" },
        { Echo.UnitOf(Array.Empty<string?[]>()), """[["a"],["b",5]]""", "string?[][][1][1]" },
        { Echo.UnitOf(new Pair<Order?, List<Point>>(null, [])), """{"First":null,"Second":[{"X":1,"Y":1},{"X":1.5,"Y":1}]}""", "Pair<Order?, List<Point>>.Second[1].X" },
        { EchoCollections.UnitOf(new string?[1, 1, 1]), """[[1,1,1],[5]]""", "string?[,,][0]" },
        { EchoCollections.UnitOf(new HashSet<string?>()), """["a","a"]""", "HashSet<string?>" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task An_argument_says_where(PuddleUnit unit, string json, string path)
    {
        TaskReply reply = await TaskDispatcher.RunAsync(unit.Task.Id, unit.Task.Contract, MessagePackSerializer.ConvertFromJson($"[{json}]"), new PuddleContext());

        Assert.False(reply.IsResult);
        var error = Assert.IsType<PuddleSerializationException>(Failure.Read(reply.Payload, unit.Task));
        Assert.StartsWith($"The argument 'x' of task '{unit.Task.Name}' could not be read at '{path}': ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_says_where()
    {
        PuddleUnit<Order?> unit = Echo.UnitOf((Order?)null);
        byte[] payload = MessagePackSerializer.ConvertFromJson("""{"Id":1,"Customer":"c","Lines":[{"Product":null,"Price":"1"}]}""");

        var error = Assert.Throws<PuddleSerializationException>(() => CallCodec.DecodeResult<Order?>(unit, payload));

        Assert.StartsWith($"The result of task '{unit.Task.Name}' could not be read at 'Order.Lines[0].Product': ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_is_told_once()
    {
        var error = new FormatException();
        Assert.False(ReadPath.Element(error, "int[]", 3));
        Assert.False(ReadPath.Member(error, "Order", 1, "Id,Lines"));

        Assert.Equal("Order.Lines[3]", ReadPath.Take(error));
        Assert.Null(ReadPath.Take(error));
    }
}
