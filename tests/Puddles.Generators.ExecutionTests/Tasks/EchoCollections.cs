using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives each collection back as it came.</summary>
public static class EchoCollections
{
    [PuddleTask] public static HashSet<string?> Of(HashSet<string?> x) => x;
    [PuddleTask] public static HashSet<int>? Of(HashSet<int>? x) => x;
    [PuddleTask] public static SortedSet<string> Of(SortedSet<string> x) => x;
    [PuddleTask] public static ISet<string> Of(ISet<string> x) => x;
    [PuddleTask] public static IReadOnlySet<Point> Of(IReadOnlySet<Point> x) => x;
    [PuddleTask] public static ICollection<string> Of(ICollection<string> x) => x;
    [PuddleTask] public static IList<string> Of(IList<string> x) => x;
    [PuddleTask] public static IReadOnlyCollection<string> Of(IReadOnlyCollection<string> x) => x;
    [PuddleTask] public static IDictionary<string, int> Of(IDictionary<string, int> x) => x;
    [PuddleTask] public static IReadOnlyDictionary<string, int> Of(IReadOnlyDictionary<string, int> x) => x;
    [PuddleTask] public static IImmutableDictionary<string, int> Of(IImmutableDictionary<string, int> x) => x;
    [PuddleTask] public static IImmutableSet<string> Of(IImmutableSet<string> x) => x;
    [PuddleTask] public static IImmutableQueue<string> Of(IImmutableQueue<string> x) => x;
    [PuddleTask] public static IImmutableStack<string> Of(IImmutableStack<string> x) => x;
    [PuddleTask] public static ReadOnlyDictionary<string, int> Of(ReadOnlyDictionary<string, int> x) => x;
    [PuddleTask] public static ReadOnlySet<string> Of(ReadOnlySet<string> x) => x;
    [PuddleTask] public static ReadOnlyObservableCollection<string> Of(ReadOnlyObservableCollection<string> x) => x;
    [PuddleTask] public static OrderedDictionary<string, int> Of(OrderedDictionary<string, int> x) => x;
    [PuddleTask] public static Queue<string> Of(Queue<string> x) => x;
    [PuddleTask] public static Stack<string> Of(Stack<string> x) => x;
    [PuddleTask] public static LinkedList<string> Of(LinkedList<string> x) => x;
    [PuddleTask] public static ConcurrentQueue<string> Of(ConcurrentQueue<string> x) => x;
    [PuddleTask] public static ConcurrentStack<string> Of(ConcurrentStack<string> x) => x;
    [PuddleTask] public static ConcurrentBag<string> Of(ConcurrentBag<string> x) => x;
    [PuddleTask] public static PriorityQueue<string?, int> Of(PriorityQueue<string?, int> x) => x;
    [PuddleTask] public static PriorityQueue<int, Point> Of(PriorityQueue<int, Point> x) => x;
    [PuddleTask] public static Collection<string> Of(Collection<string> x) => x;
    [PuddleTask] public static ReadOnlyCollection<string> Of(ReadOnlyCollection<string> x) => x;
    [PuddleTask] public static ObservableCollection<string> Of(ObservableCollection<string> x) => x;
    [PuddleTask] public static ImmutableArray<string> Of(ImmutableArray<string> x) => x;
    [PuddleTask] public static ImmutableArray<int>? Of(ImmutableArray<int>? x) => x;
    [PuddleTask] public static ImmutableList<string> Of(ImmutableList<string> x) => x;
    [PuddleTask] public static IImmutableList<string> Of(IImmutableList<string> x) => x;
    [PuddleTask] public static ImmutableQueue<string> Of(ImmutableQueue<string> x) => x;
    [PuddleTask] public static ImmutableStack<string> Of(ImmutableStack<string> x) => x;
    [PuddleTask] public static ImmutableHashSet<string> Of(ImmutableHashSet<string> x) => x;
    [PuddleTask] public static ImmutableSortedSet<int> Of(ImmutableSortedSet<int> x) => x;
    [PuddleTask] public static FrozenSet<string> Of(FrozenSet<string> x) => x;
    [PuddleTask] public static SortedDictionary<string, int> Of(SortedDictionary<string, int> x) => x;
    [PuddleTask] public static SortedDictionary<Point, int> Of(SortedDictionary<Point, int> x) => x;
    [PuddleTask] public static SortedList<int, string?> Of(SortedList<int, string?> x) => x;
    [PuddleTask] public static ConcurrentDictionary<string, int> Of(ConcurrentDictionary<string, int> x) => x;
    [PuddleTask] public static FrozenDictionary<string, int> Of(FrozenDictionary<string, int> x) => x;
    [PuddleTask] public static ImmutableDictionary<string, int> Of(ImmutableDictionary<string, int> x) => x;
    [PuddleTask] public static ImmutableSortedDictionary<int, string> Of(ImmutableSortedDictionary<int, string> x) => x;
    [PuddleTask] public static Memory<string> Of(Memory<string> x) => x;
    [PuddleTask] public static ReadOnlyMemory<float> Of(ReadOnlyMemory<float> x) => x;
    [PuddleTask] public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte>? x) => x;
    [PuddleTask] public static ArraySegment<int> Of(ArraySegment<int> x) => x;
    [PuddleTask] public static ReadOnlySequence<byte> Of(ReadOnlySequence<byte> x) => x;
    [PuddleTask] public static int[,] Of(int[,] x) => x;
    [PuddleTask] public static string?[,,] Of(string?[,,] x) => x;
    [PuddleTask] public static int[,][] Of(int[,][] x) => x;
    [PuddleTask] public static Tuple<int> Of(Tuple<int> x) => x;
    [PuddleTask] public static Tuple<int, string?>? Of(Tuple<int, string?>? x) => x;
    [PuddleTask] public static Tuple<int, int, int, int, int, int, int, Tuple<int, string>> Of(Tuple<int, int, int, int, int, int, int, Tuple<int, string>> x) => x;
    [PuddleTask] public static ValueTuple<string> Of(ValueTuple<string> x) => x;
    [PuddleTask] public static Lazy<string?> Of(Lazy<string?> x) => x;
    [PuddleTask] public static double[] Of(double[] x) => x;
    [PuddleTask] public static List<long> Of(List<long> x) => x;
    [PuddleTask] public static char[] Of(char[] x) => x;
    [PuddleTask] public static Int128[] Of(Int128[] x) => x;
    [PuddleTask] public static bool[] Of(bool[] x) => x;
    [PuddleTask] public static IReadOnlyList<short> Of(IReadOnlyList<short> x) => x;
    [PuddleTask] public static Cabinet? Of(Cabinet? x) => x;
    [PuddleTask] public static Dictionary<string, HashSet<Stack<int>[]>> Of(Dictionary<string, HashSet<Stack<int>[]>> x) => x;
}

/// <summary>Collections as members.</summary>
public sealed record Cabinet(FrozenSet<string> Names, Memory<double> Numbers, int[,]? Table, Lazy<Cabinet?>? Next, ImmutableArray<Tuple<int>> Pairs);
