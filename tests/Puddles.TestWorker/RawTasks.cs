using System.Runtime.CompilerServices;
using Puddles.Hosting;
using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>Makes the task that is written by hand known to this program, as the generator does for its own.</summary>
internal static class RawTasks
{
    [ModuleInitializer]
    internal static void Register() => TaskRegistry.Register(new RawTable());
}
