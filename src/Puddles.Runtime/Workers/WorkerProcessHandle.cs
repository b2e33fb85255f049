using System.Diagnostics;
using Puddles.Hosting;
using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>The process of a worker that has shaken hands, and the ways to it.</summary>
internal sealed class WorkerProcessHandle(Process process, StandardErrorPump standardError, Stream control, Transport transport)
{
    // The last words of a process that died are in the pipe by then; only a grandchild can hold it open longer.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DeathRattle = TimeSpan.FromSeconds(10);

    private readonly Lock _controlGate = new();

    public int ProcessId { get; } = process.Id;

    public Transport Transport => transport;

    /// <summary>Says something beside the calls. There are never more messages under way than the pipe holds, so it does not wait.</summary>
    public void Tell(ControlMessage message)
    {
        Span<byte> bytes = stackalloc byte[ControlMessage.Bytes];
        message.Write(bytes);
        lock (_controlGate)
        {
            try
            {
                control.Write(bytes);
                control.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The worker is gone; whoever reads from it finds that out.
            }
        }
    }

    /// <summary>How much memory the process holds, in bytes; 0 where it is gone.</summary>
    public long MemoryBytes()
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>Lets the worker end in good order, and closes the connection.</summary>
    public void Stop()
    {
        Tell(new ControlMessage(ControlKind.Stop, 0));
        transport.Dispose();
    }

    /// <summary>Kills the worker and what it started.</summary>
    public void Kill() => Kill(process);

    /// <summary>Waits for the process to end, kills it if it does not, and tells how it ended.</summary>
    /// <param name="patience">How long it may take by itself.</param>
    /// <param name="breach">What it was killed for, if it was.</param>
    public WorkerExit Reap(TimeSpan patience, string? breach)
    {
        transport.Dispose();
        if (!process.WaitForExit(patience))
        {
            Kill();
        }

        WorkerExit exit = Exit(process, standardError, breach);
        lock (_controlGate)
        {
            control.Dispose();
            process.Dispose();
        }

        return exit;
    }

    /// <summary>Tells how a process ended that is ending or has ended.</summary>
    public static WorkerExit Exit(Process process, StandardErrorPump standardError, string? breach)
    {
        int? code = process.WaitForExit(DeathRattle) ? process.ExitCode : null;
        standardError.Ended.Wait(LastWords);
        return WorkerExit.From(process.Id, code, standardError.Tail, breach);
    }

    /// <summary>Kills a process and the group that it leads.</summary>
    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                ProcessGroup.Kill(process.Id);
                process.Kill(entireProcessTree: OperatingSystem.IsWindows());
            }
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It was faster.
        }
    }
}
