using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Generated values of all manner of signatures.</summary>
internal static class Shapes
{
    // Half of a surrogate pair is no text that can be passed.
    private static readonly Gen<string> Text = Gen.String[0, 40].Select(text => string.Concat(text.Select(letter => char.IsSurrogate(letter) ? "\U0001F600" : letter.ToString())));
    private static readonly Gen<string?> AnyText = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));
    private static readonly Gen<Tiny> Tinies = Gen.SByte.Select(number => (Tiny)number);
    private static readonly Gen<Line> Lines = Gen.Select(Text, Gen.Decimal, (product, price) => new Line(product, price));
    private static readonly Gen<Order?> Orders = Gen.Select(Gen.Int, Text, AnyText, Lines.Array[0, 5], (id, customer, note, lines) => id % 5 == 0 ? null : new Order(id, customer, note, lines));
    private static readonly Gen<Point> Points = Gen.Select(Gen.Int, Gen.Int, AnyText, (x, y, label) => new Point(x, y) { Label = label });
    private static readonly Gen<Node> Nodes = Gen.Recursive<Node>((depth, inner) => depth > 3
        ? Gen.Int.Select(value => new Node { Value = value })
        : Gen.Select(Gen.Int, inner.List[0, 2], inner, (value, children, next) => new Node { Value = value, Children = children, Next = value % 2 == 0 ? next : null }));

    private static readonly Gen<DateTimeOffset> Moments = Gen.Select(Gen.DateTime[new DateTime(1000, 1, 1), new DateTime(9000, 1, 1)], Gen.Int[-840, 840], (local, minutes) => new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes)));
    private static readonly Gen<BigInteger> BigIntegers = Gen.Byte.Array[1, 60].Select(bytes => new BigInteger(bytes));
    private static readonly Gen<Index> Indexes = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Bool, (value, fromEnd) => new Index(value, fromEnd));

    /// <summary>Values of any of them.</summary>
    public static Gen<Shape> All { get; } = Gen.OneOf(
        Shape.Of(Gen.Bool, Echo.UnitOf),
        Shape.Of(Gen.Long, Echo.UnitOf),
        Shape.Of(Gen.ULong, Echo.UnitOf),
        Shape.Of(Gen.Double, Echo.UnitOf),
        Shape.Of(Gen.Decimal, Echo.UnitOf),
        Shape.Of(AnyText, Echo.UnitOf),
        Shape.Of(Gen.DateTime, Echo.UnitOf),
        Shape.Of(Gen.Int.Array.Select(items => (int[]?)items), Echo.UnitOf),
        Shape.Of(AnyText.Array[0, 5].Array[0, 5], Echo.UnitOf),
        Shape.Of(Nodes, Echo.UnitOf),
        Shape.Of(Gen.Bool.Array, EchoBlocks.UnitOf),
        Shape.Of(Gen.Guid.HashSet[0, 50], EchoBlocks.UnitOf),
        Shape.Of(Gen.Select(Gen.Double, Gen.Double, (x, y) => new Spot(x, y)).Array, EchoBlocks.UnitOf),
        Shape.Of(Gen.Select(Gen.Bool, Tinies, Gen.Char, Gen.Int, Gen.Long, (a, b, c, d, e) => new Flagged(a, b, c) { Fourth = d, Fifth = e }).List, EchoBlocks.UnitOf),
        Shape.Of(Gen.Dictionary(Text, Orders.List[0, 5])[0, 5], EchoShapes.UnitOf),
        Shape.Of(Gen.Select(Gen.Int, AnyText, Gen.Guid, (a, b, c) => (a, b, c)).Array[0, 20], EchoShapes.UnitOf),
        Shape.Of(Gen.Select(Gen.Int.Nullable(), AnyText, (a, b) => new Pair<int?, string?>(a, b)).List[0, 20], EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Gen.Int, Text.HashSet[0, 5])[0, 5].Select(pairs => new SortedDictionary<int, HashSet<string>>(pairs)), EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Gen.Select(Gen.Int, Text, (a, b) => (a, b)), Gen.Decimal.Array[0, 5])[0, 5], EchoShapes.UnitOf),
        Shape.Of(Points.Array[0, 10].Select(points => points.ToImmutableArray()), EchoShapes.UnitOf),
        Shape.Of(Gen.Long.Array[0, 5].Select(items => new Queue<long>(items)).Array[0, 5].Select(items => new Stack<Queue<long>>(items)), EchoShapes.UnitOf),
        Shape.Of(Gen.Select(Text, Gen.Double.Array[0, 10], Gen.Dictionary(Gen.Guid, Gen.Bool)[0, 5], (a, b, c) => (Tuple<string, double[], Dictionary<Guid, bool>>?)Tuple.Create(a, b, c)), EchoShapes.UnitOf),
        Shape.Of(Gen.Select(Gen.DateTime, Gen.Long.Nullable(), (at, ticks) => KeyValuePair.Create(at, ticks is { } some ? TimeSpan.FromTicks(some) : (TimeSpan?)null)).Array[0, 10], EchoShapes.UnitOf),
        Shape.Of(Moments.Array[0, 10].Select(items => new LinkedList<DateTimeOffset>(items)), EchoShapes.UnitOf),
        Shape.Of(Gen.Select(BigIntegers, Gen.Long.Nullable(), Gen.ULong, Gen.Float, Gen.Double, (a, b, c, d, e) => (a, (Int128?)b, (UInt128)c * c, (Half)d, new Complex(e, -e))).Array[0, 10], EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Text, Gen.Byte.Array.Select(bytes => bytes.Length % 4 == 0 ? null : bytes))[0, 5].Select(pairs => new ConcurrentDictionary<string, byte[]?>(pairs)), EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Text, Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], (a, b) => a == b ? null : new Version(a, b)))[0, 5].Select(pairs => pairs.ToFrozenDictionary()), EchoShapes.UnitOf),
        Shape.Of(Gen.String.AlphaNumeric.Array[0, 10].Select(texts => texts.ToImmutableSortedSet()), EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Gen.Long, Gen.Char.Array[0, 5].Select(letters => ImmutableStack.CreateRange(letters)))[0, 5].Select(pairs => pairs.ToImmutableDictionary()), EchoShapes.UnitOf),
        Shape.Of(Gen.Int[0, 3_000_000].Select(DateOnly.FromDayNumber).HashSet[0, 10].Select(items => (HashSet<DateOnly>?)items), EchoShapes.UnitOf),
        Shape.Of(Gen.Dictionary(Tinies, Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(ticks => ticks % 3 == 0 ? (TimeOnly?)null : new TimeOnly(ticks)).Array[0, 5])[0, 5].List[0, 3], EchoShapes.UnitOf),
        Shape.Of(Gen.Select(Indexes, Indexes, (start, end) => new Range(start, end)).List[0, 10].Select(ranges => (IReadOnlyList<Range>)ranges), EchoShapes.UnitOf),
        Shape.Of(Gen.Select(AnyText, Gen.Int, Gen.Double, Gen.Long, (name, level, ratio, inherited) => new Settings { Name = name, Level = level, Ratio = ratio, Inherited = inherited }).List[0, 5], EchoShapes.UnitOf));
}
