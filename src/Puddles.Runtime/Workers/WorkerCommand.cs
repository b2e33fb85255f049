using Puddles.Hosting;

namespace Puddles.Workers;

/// <summary>Finds out how to start this program once more, as a worker.</summary>
internal static class WorkerCommand
{
    private const string WhatToDo =
        "Make it the first statement of Main. Where there is no Main of your own, as in a test project, use an InProcessPool, or set ProcessPoolOptions.WorkerCommand to a program that calls it.";

    /// <summary>Why a pool in this process can have no workers, or null where it can.</summary>
    public static string? WhyNone(ProcessPoolOptions options)
    {
        if (WorkerProcess.Depth >= options.MaxDepth)
        {
            return $"This pool is made by a task in a worker that is {WorkerProcess.Depth} deep already, and MaxDepth is {options.MaxDepth}: each level would have workers of its own. Make the pool further up, or set ProcessPoolOptions.MaxDepth where so many levels are meant.";
        }

        if (WorkerProcess.HasEntered)
        {
            return null;
        }

        if (WorkerProcess.IsWorker)
        {
            return $"This process was started as a worker, but has not called Puddle.Init(), so it would start workers without end. {WhatToDo}";
        }

        return options.WorkerCommand is not null
            ? null
            : $"Puddle.Init() has not been called, so a copy of this program would not become a worker. {WhatToDo}";
    }

    /// <summary>The command that started this program: its own executable, or the dotnet host and its assembly.</summary>
    /// <exception cref="WorkerStartException">It cannot be found out.</exception>
    public static IReadOnlyList<string> Own()
    {
        string path = Environment.ProcessPath
            ?? throw new WorkerStartException("The path of this program is unknown. Set ProcessPoolOptions.WorkerCommand.");
        if (!Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return [path];
        }

        string assembly = Path.GetFullPath(Environment.GetCommandLineArgs()[0]);
        return assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(assembly)
            ? [path, "exec", assembly]
            : throw new WorkerStartException($"This program runs under '{path}', but its assembly '{assembly}' is not there. Set ProcessPoolOptions.WorkerCommand.");
    }
}
