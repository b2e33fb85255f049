using System.Globalization;

namespace Puddles.Workers;

/// <summary>How a worker ended.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="ExitCode">What it exited with, if it did.</param>
/// <param name="Signal">What signal ended it, if one did.</param>
/// <param name="StandardErrorTail">The last that it wrote there.</param>
/// <param name="Breach">What it did that the pool ended it for, as in "because it …"; null where it ended otherwise.</param>
internal sealed record WorkerExit(int ProcessId, int? ExitCode, int? Signal, string? StandardErrorTail, string? Breach)
{
    private const int SignalBase = 128;
    private const int LastSignal = 64;

    /// <summary>Takes the framework's exit code apart: it adds 128 to the number of a signal.</summary>
    public static WorkerExit From(int processId, int? code, string? tail, string? breach)
    {
        bool signalled = !OperatingSystem.IsWindows() && code is > SignalBase and <= SignalBase + LastSignal;
        return new WorkerExit(processId, signalled ? null : code, signalled ? code - SignalBase : null, tail, breach);
    }

    public WorkerDiedException ToException(string taskName, TaskStart started)
    {
        string begun = started == TaskStart.Maybe ? "while it may have been running" : "before it began";
        return new WorkerDiedException($"Worker process {ProcessId} {Describe()} {begun} task '{taskName}'.{DescribeTail()}")
        {
            ProcessId = ProcessId,
            ExitCode = ExitCode,
            Signal = Signal,
            StandardErrorTail = StandardErrorTail,
            Started = started,
        };
    }

    public WorkerStartException ToStartException(string command, string advice) =>
        new($"A worker could not start: '{command}' (process {ProcessId}) {Describe()} before it was ready. {advice}{DescribeTail()}")
        {
            ProcessId = ProcessId,
            ExitCode = ExitCode,
            Signal = Signal,
            StandardErrorTail = StandardErrorTail,
        };

    /// <summary>Tells that nothing was heard of it in time, and that it was ended.</summary>
    public WorkerStartException ToSilentException(string command, TimeSpan limit) =>
        ToNotReadyException(command, limit, "was killed. Its Main must call Puddle.Init() first; what runs before that counts.");

    /// <summary>Tells that it was not ready in time: its head was still being set up, or it did not say that it was.</summary>
    public WorkerStartException ToLateException(string command, string headName, TimeSpan limit) =>
        ToNotReadyException(command, limit, $"had connected, and was ended while its head '{headName}' was being set up. Give it more time, or let the head do less in SetUpAsync.");

    /// <summary>Tells that its head could not be made or set up. How it ended after that is of no interest.</summary>
    public WorkerStartException ToHeadException(string headName, Exception error) =>
        new($"A worker could not start: its head '{headName}' could not be set up in process {ProcessId}: {error.Message}", error)
        {
            IsFinal = true,
            ProcessId = ProcessId,
            StandardErrorTail = StandardErrorTail,
        };

    /// <summary>How it ended, as in "it …".</summary>
    public string Describe() => this switch
    {
        { Breach: { } breach } => $"was killed, because it {breach.TrimEnd('.')}",
        { Signal: { } signal } => string.Create(CultureInfo.InvariantCulture, $"was ended by signal {signal}{SignalName(signal)}"),
        { ExitCode: { } code } => string.Create(CultureInfo.InvariantCulture, $"exited with code {code}"),
        _ => "ended",
    };

    private WorkerStartException ToNotReadyException(string command, TimeSpan limit, string fate) =>
        new($"A worker did not become ready within {limit.TotalSeconds:0.###} s (StartTimeout): '{command}' (process {ProcessId}) {fate}{DescribeTail()}")
        {
            IsFinal = true,
            ProcessId = ProcessId,
            StandardErrorTail = StandardErrorTail,
        };

    private string DescribeTail() =>
        StandardErrorTail is { } tail ? $" Its standard error ended:{Environment.NewLine}{tail.TrimEnd()}" : "";

    private static string SignalName(int signal) => signal switch
    {
        4 => " (SIGILL)",
        6 => " (SIGABRT)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
