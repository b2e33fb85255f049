using Puddles.Replay;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>What this process is: a program that may start workers, or a worker itself.</summary>
internal static class WorkerProcess
{
    /// <summary>The variable that marks a process as started by a pool. It holds no secret: those come through standard input.</summary>
    public const string Marker = "PUDDLES_WORKER";

    /// <summary>What a worker exits with when the host does not speak to it as agreed; EX_SOFTWARE of sysexits.h.</summary>
    private const int ProtocolExitCode = 70;

    private static bool _entered;

    /// <summary>Whether this process was started by a pool.</summary>
    public static bool IsWorker { get; private set; } = Environment.GetEnvironmentVariable(Marker) is not null;

    /// <summary>How many workers there are from the program down to this process: 0 in the program itself.</summary>
    public static int Depth { get; private set; }

    /// <summary>Whether <see cref="Puddle.Init"/> was called, so that a copy of this program becomes a worker.</summary>
    public static bool HasEntered => Volatile.Read(ref _entered);

    /// <summary>Returns at once in a program; serves and never returns in a worker, and runs the call of a capsule and never returns where the command line asks for that.</summary>
    public static void Enter()
    {
        if (HasEntered)
        {
            return;
        }

        if (TaskRegistry.Overlap is { } overlap)
        {
            throw new PuddleException(overlap);
        }

        Volatile.Write(ref _entered, true);
        if (IsWorker)
        {
            // What a task starts is no worker of this pool, even if it is this same program.
            Environment.SetEnvironmentVariable(Marker, null);
            int code = Serve();

            // Last of all: what the program itself does at its end may still need what it started.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ProcessGroup.KillOthers();
            Environment.Exit(code);
        }
        else if (ReplayCommand.From(Environment.GetCommandLineArgs()) is { } replay)
        {
            Environment.Exit((int)replay.Run());
        }
    }

    private static int Serve()
    {
        try
        {
            ProcessGroup.Lead();
            IDisposable[] ignored = ProcessGroup.IgnoreRequestsToEnd();
            using Stream control = StandardInput.Take();
            Hello hello = Hello.Read(control);
            Depth = hello.Depth;
            WorkerSession.Run(hello, control);
            GC.KeepAlive(ignored);
            return 0;
        }
        catch (Exception error) when (error is WireException or EndOfStreamException or IOException)
        {
            Console.Error.WriteLine(
                $"puddles: this process was started as a worker ({Marker} is set), but no pool speaks to it: {error.Message} Unset the variable to run the program itself.");
            return ProtocolExitCode;
        }
    }
}
