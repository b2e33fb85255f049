namespace Puddles.TestWorker;

/// <summary>Tasks that use the head of their worker.</summary>
public static class HeadTasks
{
    /// <summary>How many calls the head of this worker has seen, this one included.</summary>
    [PuddleTask]
    public static int CountOnHead(CountingHead head) => ++head.Calls;

    /// <summary>What the default head knows.</summary>
    [PuddleTask]
    public static int[] Know(InfoHead head, PuddleContext context) =>
        [head.WorkerId, context.WorkerId, head.ProcessId, Environment.ProcessId, head.ParentProcessId, ReferenceEquals(head, context.Head) ? 1 : 0];
}
