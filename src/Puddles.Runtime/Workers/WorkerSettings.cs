using Puddles.Hosting;
using Puddles.Processors;

namespace Puddles.Workers;

/// <summary>What the workers of a pool have in common.</summary>
internal sealed record WorkerSettings
{
    /// <summary>What events call the pool.</summary>
    public required string PoolName { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>What to set, or with null to remove, in its environment.</summary>
    public IReadOnlyDictionary<string, string?>? Environment { get; init; }

    public string? WorkingDirectory { get; init; }

    public required TimeSpan StartTimeout { get; init; }

    public required int MaxPayloadBytes { get; init; }

    public required WorkerTransport Transport { get; init; }

    /// <summary>How many calls a worker runs at a time, at most.</summary>
    public required int TasksPerWorker { get; init; }

    /// <summary>How large its managed heap may grow, in bytes.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>The cores that it runs on; null for those of this process.</summary>
    public CoreSet? Cores { get; init; }

    /// <summary>What becomes of what it writes.</summary>
    public required WorkerOutput Output { get; init; }

    /// <summary>What names its head on the wire.</summary>
    public required ulong Head { get; init; }

    /// <summary>What names its head in a message.</summary>
    public required string HeadName { get; init; }

    /// <summary>The command in one line, for a message.</summary>
    public string CommandLine => string.Join(' ', Command);

    public static WorkerSettings From(ProcessPoolOptions options, string poolName) => new()
    {
        PoolName = poolName,
        Command = options.WorkerCommand ?? WorkerCommand.Own(),
        Environment = options.Environment,
        WorkingDirectory = options.WorkingDirectory,
        StartTimeout = options.StartTimeout,
        MaxPayloadBytes = options.MaxPayloadBytes,
        Transport = options.Transport,
        TasksPerWorker = options.TasksPerWorker,
        MemoryLimitBytes = options.MemoryLimitBytes,
        Cores = options.Cores is { } cores ? new CoreSet(cores) : null,
        Output = options.Output,
        Head = HeadId.Of(options.Head),
        HeadName = options.Head.ToString(),
    };
}
