namespace Puddles.Workers;

/// <summary>Objects of calls that have ended, linked to each other so that they are returned together.</summary>
internal struct SpareChain
{
    public WorkerCall? First { get; private set; }

    public WorkerCall? Last { get; private set; }

    public int Count { get; private set; }

    /// <summary>Adds a call that was answered, if it is spare.</summary>
    public void Add(WorkerCall call)
    {
        if (!call.IsSpare)
        {
            return;
        }

        call.End();
        call.Next = First;
        First = call;
        Last ??= call;
        Count++;
    }
}
