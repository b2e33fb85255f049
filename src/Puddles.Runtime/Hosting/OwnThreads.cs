namespace Puddles.Hosting;

/// <summary>Threads of the worker's own, made as they are needed and kept: what runs on them never waits for the thread pool.</summary>
/// <param name="name">What they are called.</param>
/// <param name="most">How many there are at most.</param>
/// <param name="run">What they do; it does not throw.</param>
internal sealed class OwnThreads<T>(string name, int most, Action<T> run)
{
    private readonly object _gate = new();
    private readonly Queue<T> _waiting = new();
    private int _count;
    private int _idle;

    /// <summary>Does it for an item, as soon as a thread is free; does not wait.</summary>
    public void Run(T item)
    {
        lock (_gate)
        {
            _waiting.Enqueue(item);
            if (_idle >= _waiting.Count || _count == most)
            {
                Monitor.Pulse(_gate);
                return;
            }

            _count++;
        }

        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    private void Work()
    {
        while (true)
        {
            run(Take());
        }
    }

    private T Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }

            return _waiting.Dequeue();
        }
    }
}
