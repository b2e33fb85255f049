using System.Diagnostics;
using Puddles.Hosting;

namespace Puddles.Replay;

/// <summary>What the command line asks for: to run the call of a capsule in this process, in place of the program.</summary>
/// <param name="Path">The capsule; null where none is named.</param>
/// <param name="WaitsForDebugger">Whether to wait until a debugger is attached.</param>
internal sealed record ReplayCommand(string? Path, bool WaitsForDebugger)
{
    public const string Option = "--puddles-replay";
    public const string DebugOption = "--puddles-debug";

    private const int DebuggerPollMilliseconds = 100;

    /// <summary>Reads a command line, the program's own name first.</summary>
    /// <returns>The command; null where it asks for something else.</returns>
    public static ReplayCommand? From(IReadOnlyList<string> commandLine)
    {
        for (int i = 1; i < commandLine.Count; i++)
        {
            if (commandLine[i] == Option)
            {
                return new ReplayCommand(i + 1 < commandLine.Count ? commandLine[i + 1] : null, commandLine.Skip(1).Contains(DebugOption));
            }
        }

        return null;
    }

    /// <summary>Runs the call and tells on standard error what comes of it.</summary>
    public ReplayExitCode Run()
    {
        if (Path is null)
        {
            return Say(ReplayExitCode.Usage, $"{Option} needs the path of a capsule.");
        }

        Capsule capsule;
        try
        {
            capsule = CapsuleFormat.Read(File.ReadAllBytes(Path));
        }
        catch (PuddleException error)
        {
            return Say(ReplayExitCode.Damaged, $"'{Path}' cannot be replayed. {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Say(ReplayExitCode.NoFile, $"'{Path}' cannot be read: {error.Message}");
        }

        return Run(capsule);
    }

    private ReplayExitCode Run(Capsule capsule)
    {
        if (TaskRegistry.Find(capsule.TaskId) is not { } task)
        {
            return Say(ReplayExitCode.NotHere, $"This program has no task '{capsule.TaskName}'. Replay the capsule with the program that the workers ran.");
        }

        if (task.Contract != capsule.Contract)
        {
            return Say(ReplayExitCode.NotHere, $"Task '{task.Name}' has changed since. In the capsule:\n{capsule.Schema}\nIn this program:\n{task.Schema}");
        }

        Say($"replaying a call of '{task.Name}' of {capsule.WrittenAt:u}, Puddles {capsule.Version}, {capsule.Platform}. It ended as {capsule.Outcome}: {capsule.ErrorType}: {capsule.ErrorMessage}");
        WaitForDebugger();
        return ReplayRun.Run(task, capsule, Debugger.IsAttached ? Debugger.Break : static () => { }, Say);
    }

    private void WaitForDebugger()
    {
        if (!WaitsForDebugger || Debugger.IsAttached || (OperatingSystem.IsWindows() && Debugger.Launch()))
        {
            return;
        }

        Say($"process {Environment.ProcessId} waits for a debugger to be attached.");
        while (!Debugger.IsAttached)
        {
            Thread.Sleep(DebuggerPollMilliseconds);
        }
    }

    private static ReplayExitCode Say(ReplayExitCode code, string text)
    {
        Say(text);
        return code;
    }

    private static void Say(string text) => Console.Error.WriteLine($"puddles: {text}");
}
