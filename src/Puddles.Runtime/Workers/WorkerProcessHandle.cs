using System.Diagnostics;
using Puddles.Hosting;
using Puddles.Wire;
using Puddles.Workers.Output;

namespace Puddles.Workers;

/// <summary>The process of a worker that has shaken hands, and the ways to it.</summary>
internal sealed class WorkerProcessHandle
{
    // The last words of a process that died are in the pipe by then; only a grandchild can hold it open longer.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DeathRattle = TimeSpan.FromSeconds(10);

    private readonly Lock _controlGate = new();
    private readonly Process _process;
    private readonly WorkerStreams _streams;
    private readonly Stream _control;

    public WorkerProcessHandle(Process process, WorkerStreams streams, Stream control, Transport transport)
    {
        _process = process;
        ProcessId = process.Id;
        _streams = streams;
        _control = control;
        Transport = transport;

        // A process that the worker forked can hold its end of the connection open: the worker's own end counts.
        process.Exited += (_, _) => transport.EndReceiving();
        process.EnableRaisingEvents = true;
    }

    public int ProcessId { get; }

    public Transport Transport { get; }

    /// <summary>Completes when all that it wrote until now is handed on.</summary>
    public Task OutputHandedOn => _streams.HandedOn;

    /// <summary>Says something beside the calls. There are never more messages under way than the pipe holds, so it does not wait.</summary>
    public void Tell(ControlMessage message)
    {
        Span<byte> bytes = stackalloc byte[ControlMessage.Bytes];
        message.Write(bytes);
        lock (_controlGate)
        {
            try
            {
                _control.Write(bytes);
                _control.Flush();
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
            _process.Refresh();
            return _process.WorkingSet64;
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
        Transport.Dispose();
    }

    /// <summary>Kills the worker and what it started.</summary>
    public void Kill() => Kill(_process);

    /// <summary>Waits for the process to end, kills it if it does not, ends what it started and left, and tells how it ended.</summary>
    /// <param name="patience">How long it may take by itself.</param>
    /// <param name="breach">What it was killed for, if it was.</param>
    public WorkerExit Reap(TimeSpan patience, string? breach)
    {
        Transport.Dispose();
        if (!_process.WaitForExit(patience))
        {
            Kill();
        }

        _process.WaitForExit(DeathRattle);
        ProcessGroup.Kill(ProcessId);
        WorkerExit exit = Exit(_process, _streams, breach);
        if (exit.Signal is not null)
        {
            RuntimeFiles.Remove(ProcessId);
        }

        lock (_controlGate)
        {
            _control.Dispose();
            _process.Dispose();
        }

        return exit;
    }

    /// <summary>Tells how a process ended that is ending or has ended.</summary>
    public static WorkerExit Exit(Process process, WorkerStreams streams, string? breach)
    {
        int? code = process.WaitForExit(DeathRattle) ? process.ExitCode : null;
        streams.ReadLastWords(LastWords, DeathRattle);
        return WorkerExit.From(process.Id, code, streams.ErrorTail, breach);
    }

    /// <summary>Kills a process that did not become a worker, and takes away what it left.</summary>
    public static void Abandon(Process process)
    {
        Kill(process);
        if (process.WaitForExit(DeathRattle))
        {
            RuntimeFiles.Remove(process.Id);
        }

        process.Dispose();
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
