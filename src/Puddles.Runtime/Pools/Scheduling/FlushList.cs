using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The workers that were given calls under the pool's lock, to be flushed outside it. Mostly it is one.</summary>
internal struct FlushList
{
    private Worker? _first;
    private List<Worker>? _others;

    public void Add(Worker worker)
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

    public readonly void Flush()
    {
        _first?.Flush();
        _others?.ForEach(worker => worker.Flush());
    }
}
