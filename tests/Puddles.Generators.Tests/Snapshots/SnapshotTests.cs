using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Snapshots;

public class SnapshotTests
{
    [Fact]
    public void Static_class_in_a_program()
    {
        DriverRun run = DriverRun.On(TestCompilation.Program("""
            Puddle.Init();

            namespace Shop
            {
                static class Jobs
                {
                    [PuddleTask]
                    public static int Square(int x) => x * x;
                }
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), [".g.cs"]);
    }

    [Fact]
    public void Asynchronous_with_defaults_and_injected()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            namespace Shop;

            internal static class Jobs
            {
                [PuddleTask(Name = "fetch", TimeoutMilliseconds = 500, Idempotent = true)]
                internal static async Task<string?> Fetch(PuddleContext context, string url, int retries = 2, double? factor = null, CancellationToken ct = default)
                {
                    await Task.Delay(retries, ct);
                    return context.Index < factor ? url : null;
                }
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["Fetch"]);
    }

    [Fact]
    public void Private_task_in_a_private_partial_class()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            namespace Shop;

            internal partial class Outer
            {
                private static partial class Inner
                {
                    [PuddleTask]
                    private static void Tick()
                    {
                    }
                }
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["Tick", "TaskTable"]);
    }

    [Fact]
    public void Names_that_clash()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            internal static partial class Jobs
            {
                [PuddleTask]
                internal static ValueTask<int> Sum(int pool, int cancellationToken, string @class = "a\"b", params int[] count) =>
                    new(pool + cancellationToken + @class.Length + count.Length);
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["Sum"]);
    }

    [Fact]
    public void Codec_of_a_record()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            namespace Shop;

            internal enum Color : byte { Red, Green }

            internal sealed record Node(int Value, Node? Next, Color? Color)
            {
                public required string Name { get; init; }
            }

            internal static class Jobs
            {
                [PuddleTask]
                internal static void Walk(Node node)
                {
                }
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["NodeCodec"]);
    }

    [Fact]
    public void Codecs_of_collections()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            namespace Shop;

            internal static class Jobs
            {
                [PuddleTask]
                internal static Dictionary<string, int?> Count(List<string?> words, (int From, string[] To) pair) => [];
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["Codec"]);
    }

    [Fact]
    public void Codecs_of_blocks_and_conversions()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            namespace Shop;

            internal static class Jobs
            {
                [PuddleTask]
                internal static Memory<double> Plot(HashSet<string> names, int[,] table) => default;
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["Codec"]);
    }

    [Fact]
    public void Codecs_of_marked_types()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("""
            using MessagePack;

            namespace Shop;

            [MessagePackObject]
            internal sealed record Line([property: Key(0)] string Product, [property: Key(2)] double[] Prices)
            {
                [Key(6)] public int Count { get; set; } = 1;
                [Key(7)] public int Weight { get; init; } = 1;
            }

            [MessagePackObject(true)]
            internal class Order : IMessagePackSerializationCallbackReceiver
            {
                public Line? Line { get; set; }
                public required DateTime At { get; init; }
                public void OnBeforeSerialize() { }
                public void OnAfterDeserialize() { }
            }

            internal static class Jobs
            {
                [PuddleTask]
                internal static void Ship(Order order)
                {
                }
            }
            """));
        Snapshot.Verify(run.AssertCompiles(), ["LineMessagePackCodec", "OrderMessagePackCodec"]);
    }
}
