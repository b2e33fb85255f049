using Puddles.Hosting;

namespace Puddles;

/// <summary>The entry points that belong to no pool.</summary>
public static partial class Puddle
{
    /// <summary>Whether this process is a worker of a pool in another process.</summary>
    public static bool IsWorker => WorkerProcess.IsWorker;

    /// <summary>
    /// Makes this program able to be its own worker. Call it first in <c>Main</c>: in the program itself it returns at
    /// once, in a worker process it serves tasks and never returns. Nor does it where the program is started with
    /// <c>--puddles-replay FILE</c>: then it runs the call that the file preserves, see <see cref="ProcessPoolOptions.CapsuleFolder"/>.
    /// </summary>
    /// <exception cref="PuddleException">Two tasks of different assemblies have the same id; the message names them.</exception>
    public static void Init() => WorkerProcess.Enter();
}
