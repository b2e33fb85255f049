using MessagePack;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Bytes that are no order, and what is said of them.</summary>
/// <param name="Name">What is wrong with them.</param>
/// <param name="Order">The bytes.</param>
/// <param name="Path">Where it is wrong; empty where it is wrong as a whole.</param>
/// <param name="Says">A part of the message.</param>
public sealed record BadPayload(string Name, byte[] Order, string Path, string Says)
{
    private const string Line = """{"Count":1,"Product":{"Tag":"t"}}""";

    public static IReadOnlyList<BadPayload> All { get; } =
    [
        new("invalid UTF-8", NotUtf8(Of($$$"""{"Id":1,"Lines":[{{{Line}}},{"Count":1,"Product":{"Tag":"?"}}],"Stock":{}}""")), "Order.Lines[1].Product.Tag", "not UTF-8"),
        new("duplicate key", Of("""{"Id":1,"Lines":[],"Stock":{"a":1,"b":2,"a":3}}"""), "Order.Stock.Keys[2]", "the same key twice"),
        new("duplicate member", Of("""{"Id":1,"Id":1}"""), "Order.Id", "twice"),
        new("missing member", Of("""{"Id":1,"Stock":{},"Next":{"Id":1,"Lines":[]}}"""), "Order.Next", "Stock is missing"),
        new("wrong type", Of("""{"Id":1,"Lines":[{"Count":1,"Product":["t"]}],"Stock":{}}"""), "Order.Lines[0].Product", ""),
        new("nil", Of("""{"Id":1,"Lines":[{"Count":1,"Product":{"Tag":null}}],"Stock":{}}"""), "Order.Lines[0].Product.Tag", "null"),
        new("number out of range", Of("""{"Id":1,"Lines":[{"Count":256,"Product":{"Tag":"t"}}],"Stock":{}}"""), "Order.Lines[0].Count", ""),
        new("truncated", Of("""{"Id":1,"Lines":[{"Count":1,"Product":{"Tag":"long enough"}}]}""")[..^3], "Order.Lines[0].Product.Tag", ""),
        new("length beyond the bytes left", [0x81, 0xA5, .. "Lines"u8, 0xDD, 0x7F, 0xFF, 0xFF, 0xFF], "Order.Lines", ""),
        new("length that wraps", [0x81, 0xA5, .. "Stock"u8, 0xDF, 0xFF, 0xFF, 0xFF, 0xFF], "Order.Stock", ""),
        new("too deep", Of(string.Concat(Enumerable.Repeat("""{"Next":""", Nesting.Limit + 1)) + "null" + new string('}', Nesting.Limit + 1)), "Order" + string.Concat(Enumerable.Repeat(".Next", Nesting.Limit)), "levels deep"),
        new("bytes left over", [.. Of("""{"Id":1,"Lines":[],"Stock":{}}"""), 0], "", "left over"),
    ];

    private static byte[] Of(string json) => MessagePackSerializer.ConvertFromJson(json);

    private static byte[] NotUtf8(byte[] bytes) => [.. bytes.Select(value => value == (byte)'?' ? (byte)0xFF : value)];
}
