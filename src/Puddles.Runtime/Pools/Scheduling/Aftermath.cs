using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>What was decided under the pool's lock and is done outside it: sending to workers that were given calls, letting workers go, telling who waited for room, and refusing calls.</summary>
internal struct Aftermath
{
    /// <summary>How long a worker without calls may take to end by itself.</summary>
    public static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(2);

    private Worker? _first;
    private List<Worker>? _others;
    private List<Worker>? _leaving;
    private List<TaskCompletionSource>? _admitted;
    private List<(PuddleCall Call, Exception Reason)>? _refused;

    /// <summary>Notes a worker that was given a call. Mostly it is one.</summary>
    public void Send(Worker worker)
    {
        if (_first is null)
        {
            _first = worker;
        }
        else if (_first != worker && !(_others ??= []).Contains(worker))
        {
            _others.Add(worker);
        }
    }

    /// <summary>Notes a worker that has no calls left and takes no more.</summary>
    public void LetGo(Worker worker) => (_leaving ??= []).Add(worker);

    /// <summary>Notes a call that waits outside the queue no longer.</summary>
    public void Admit(WorkerCall call)
    {
        if (call.Admission is { } admission)
        {
            (_admitted ??= []).Add(admission);
        }
    }

    /// <summary>Notes a call that is not taken.</summary>
    public void Refuse(PuddleCall call, Exception reason) => (_refused ??= []).Add((call, reason));

    public readonly void Happen()
    {
        _admitted?.ForEach(admission => admission.TrySetResult());
        _first?.Flush();
        _others?.ForEach(worker => worker.Flush());
        _leaving?.ForEach(worker => worker.Stop(ExitPatience));
        _refused?.ForEach(refused => refused.Call.TrySetException(refused.Reason));
    }
}
