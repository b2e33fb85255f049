namespace Benchmarks.Contenders;

/// <summary>Everything that can be measured, Puddles first.</summary>
internal static class Catalogue
{
    /// <summary>How many calls a list has for a pool that takes each of them as a call of its own: a million would take it minutes.</summary>
    private const double ShortList = 20_000;

    private static readonly string[] OverSocket = ["transport=socket"];

    public static IReadOnlyList<Contender> All { get; } =
    [
        Puddles("puddles-native", "Puddles, native", native: true),
        Puddles("puddles-native-socket", "Puddles, native, socket", native: true) with { Always = OverSocket },
        Puddles("puddles-jit", "Puddles, JIT", native: false),
        Puddles("puddles-jit-socket", "Puddles, JIT, socket", native: false) with { Always = OverSocket },
        DotNet("streamjsonrpc", "StreamJsonRpc, MessagePack", ContenderKind.Rpc, "StreamJsonRpcPeer"),
        DotNet("grpc", "gRPC, Unix socket", ContenderKind.Rpc, "GrpcPeer"),
        Python("multiprocessing", "Python multiprocessing.Pool", "multiprocessing_pool.py"),
        WithShortList(Python("concurrent-futures", "Python concurrent.futures", "concurrent_futures.py")),
        WithShortList(Python("loky", "Python loky", "loky_pool.py")),
        Node("tinypool", "Node tinypool, processes", ContenderKind.ProcessPool),
        Node("workerpool", "Node workerpool, processes", ContenderKind.ProcessPool),
        Node("jest-worker", "Node jest-worker, processes", ContenderKind.ProcessPool),
        Node("piscina", "Node piscina, threads", ContenderKind.ThreadPool),
        new Contender("fresh-process", ".NET, a fresh process each", ContenderKind.FreshProcess, programs => programs.NativeAsync("FreshProcessPeer"))
        {
            Exceptions = { [("flood", "window")] = 200, [("rested", "warmup")] = 0 },
        },
        Floor("c-spin", "C, shared memory, spinning", "spin"),
        Floor("c-socket", "C, Unix socket, blocked", "socket"),
        Floor("c-pipe", "C, pipe, blocked", "pipe"),
        Floor("c-memcpy", "C, memcpy, four copies", "memcpy"),
    ];

    private static Contender Puddles(string id, string name, bool native) => new(
        id,
        name,
        ContenderKind.Puddles,
        programs => native ? programs.NativeAsync("PuddlesPeer") : programs.JustInTimeAsync("PuddlesPeer"));

    private static Contender DotNet(string id, string name, ContenderKind kind, string project) =>
        new(id, name, kind, programs => programs.JustInTimeAsync(project));

    private static Contender Python(string id, string name, string file) =>
        new(id, name, ContenderKind.ProcessPool, _ => Task.FromResult(Programs.Python(file)));

    private static Contender Node(string id, string name, ContenderKind kind) =>
        new(id, name, kind, _ => Task.FromResult(Programs.Node($"{id}.mjs")));

    private static Contender Floor(string id, string name, string file) =>
        new(id, name, ContenderKind.Floor, programs => programs.CAsync(file));

    private static Contender WithShortList(Contender contender) =>
        contender with { Exceptions = new() { [("list", "calls")] = ShortList } };
}
