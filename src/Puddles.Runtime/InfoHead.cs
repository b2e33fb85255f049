namespace Puddles;

/// <summary>A head that knows the processes around it; the one that workers have unless a pool names another. It knows them from <see cref="ProcessHead.SetUpAsync"/> on.</summary>
public class InfoHead : ProcessHead
{
    /// <summary>The process that the tasks run in.</summary>
    public int ProcessId { get; } = Environment.ProcessId;

    /// <summary>The process that the pool is in; the same as <see cref="ProcessId"/> in an <see cref="InProcessPool"/>.</summary>
    public int ParentProcessId { get; private set; } = Environment.ProcessId;

    /// <summary>The number of the worker in its pool, from 1; 0 before it is known.</summary>
    public int WorkerId { get; private set; }

    internal void Introduce(int workerId, int parentProcessId)
    {
        WorkerId = workerId;
        ParentProcessId = parentProcessId;
    }
}
