using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using MessagePack;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>A member of every type that MessagePack has a form for, so that each form is compared.</summary>
[MessagePackObject(true)]
public class MarkedValues
{
    public bool Bool { get; set; } = true;
    public sbyte SByte { get; set; } = -1;
    public byte Byte { get; set; } = 200;
    public short Short { get; set; } = -300;
    public ushort UShort { get; set; } = 60000;
    public int Int { get; set; } = -70000;
    public uint UInt { get; set; } = 3_000_000_000;
    public long Long { get; set; } = long.MinValue;
    public ulong ULong { get; set; } = ulong.MaxValue;
    public float Float { get; set; } = 1.5f;
    public double Double { get; set; } = -0.1;
    public char Char { get; set; } = 'é';
    public string? Text { get; set; } = "é\0" + new string('x', 300);
    public decimal Decimal { get; set; } = -1.500m;
    public Half Half { get; set; } = (Half)0.5f;
    public Guid Guid { get; set; } = new("00112233-4455-6677-8899-aabbccddeeff");
    public DateTime Date { get; set; } = new DateTime(2026, 7, 1, 12, 30, 15, DateTimeKind.Utc).AddTicks(7);
    public DateTime OldDate { get; set; } = new(1815, 12, 10, 0, 0, 0, DateTimeKind.Utc);
    public DateTimeOffset Offset { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-90));
    public DateOnly Day { get; set; } = new(2026, 2, 3);
    public TimeOnly Time { get; set; } = new(4, 5, 6);
    public TimeSpan Span { get; set; } = TimeSpan.FromTicks(-7);
    public Uri? Uri { get; set; } = new("http://host/x?y#z");
    public Version? Version { get; set; } = new(1, 2, 3);
    public BigInteger Big { get; set; } = BigInteger.Pow(-10, 31);
    public Complex Complex { get; set; } = new(1, -2);
    public BitArray? Bits { get; set; } = new([true, false, true, true, false, false, false, true, true]);
    public Shade Shade { get; set; } = Shade.Dark;
    public int? Some { get; set; } = 5;
    public Shade? NoShade { get; set; }
    public DateTime? NoDate { get; set; }
    public byte[]? Bytes { get; set; } = [1, 2, 3];
    public Memory<byte> BytesInMemory { get; set; } = new byte[] { 1, 2 };
    public ReadOnlyMemory<byte> ReadOnlyBytes { get; set; } = new byte[] { 3 };
    public ArraySegment<byte> ByteSegment { get; set; } = new([1, 2, 3], 1, 2);
    public ReadOnlySequence<byte> ByteSequence { get; set; } = new(new byte[] { 9, 8 });
    public List<byte>? ByteList { get; set; } = [1, 200];
    public sbyte[]? SBytes { get; set; } = [-1, 2];
    public int[]? Ints { get; set; } = [1, -2, 70000];
    public double[]? Doubles { get; set; } = [0.5, double.NaN];
    public char[]? Chars { get; set; } = ['a', 'é'];
    public Half[]? Halves { get; set; } = [(Half)1];
    public Memory<double> DoublesInMemory { get; set; } = new double[] { 1, 2 };
    public bool[]? Bools { get; set; } = [true, false];
    public DateTime[]? Dates { get; set; } = [DateTime.UnixEpoch];
    public string?[]? Texts { get; set; } = ["a", null];
    public int[][]? Jagged { get; set; } = [[1], []];
    public int[,]? Grid { get; set; } = { { 1, 2, 3 }, { 4, 5, 6 } };
    public string[,,]? Cube { get; set; } = { { { "a", "b" } }, { { "c", "d" } } };
    public byte[,,,]? Hypercube { get; set; } = { { { { 1, 2 } } } };
    public List<int?>? List { get; set; } = [1, null];
    public IReadOnlyList<long>? ReadOnlyList { get; set; } = [1, 2];
    public IEnumerable<float>? Enumerable { get; set; } = [1, 2];
    public IList<string>? ListInterface { get; set; } = ["x"];
    public ICollection<int>? CollectionInterface { get; set; } = [1];
    public HashSet<string>? Set { get; set; } = ["a", "b"];
    public ISet<int>? SetInterface { get; set; } = new HashSet<int> { 3 };
    public Queue<int>? Queue { get; set; } = new([1, 2]);
    public Stack<int>? Stack { get; set; } = new([1, 2, 3]);
    public LinkedList<int>? Linked { get; set; } = new([1, 2]);
    public ConcurrentQueue<int>? ConcurrentQueue { get; set; } = new([1, 2]);
    public ConcurrentStack<int>? ConcurrentStack { get; set; } = new([1, 2, 3]);
    public ConcurrentBag<int>? Bag { get; set; } = [4];
    public Collection<int>? Collection { get; set; } = [1, 2];
    public ReadOnlyCollection<int>? ReadOnlyCollection { get; set; } = new([1, 2]);
    public ImmutableArray<int> ImmutableArray { get; set; } = [1, 2];
    public ImmutableList<int>? ImmutableList { get; set; } = [1, 2];
    public ImmutableStack<int>? ImmutableStack { get; set; } = System.Collections.Immutable.ImmutableStack.Create(1, 2, 3);
    public Dictionary<string, int>? Dictionary { get; set; } = new() { ["a"] = 1, ["b"] = 2 };
    public SortedDictionary<int, DateTime>? Sorted { get; set; } = new() { [2] = DateTime.UnixEpoch, [1] = DateTime.UnixEpoch };
    public IReadOnlyDictionary<Shade, string?>? ReadOnlyDictionary { get; set; } = new Dictionary<Shade, string?> { [Shade.Dark] = null };
    public ConcurrentDictionary<string, int>? ConcurrentDictionary { get; set; } = new(new Dictionary<string, int> { ["k"] = 1 });
    public KeyValuePair<string, DateTime> Pair { get; set; } = new("k", DateTime.UnixEpoch);
    public (int A, string? B) Tuple { get; set; } = (1, null);
    public (int, int, int, int, int, int, int, int) Tuple8 { get; set; } = (1, 2, 3, 4, 5, 6, 7, 8);
    public (int, int, int, int, int, int, int, int, int, int, int, int, int, int, string) Tuple15 { get; set; } = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, "15");
    public Tuple<int, double[]>? TupleClass { get; set; } = System.Tuple.Create(1, new double[] { 2 });
    public Lazy<string>? Lazy { get; set; } = new("lazy");
}

public static class EchoMarkedValues
{
    [PuddleTask] public static MarkedValues Of(MarkedValues x) => x;
}
