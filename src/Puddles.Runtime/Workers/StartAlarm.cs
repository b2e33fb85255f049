namespace Puddles.Workers;

/// <summary>Goes off, once, when a worker has had its time to become ready; until it is disposed.</summary>
internal sealed class StartAlarm : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly AwakeTime _time = new();
    private readonly TimeSpan _limit;
    private readonly Action _goOff;
    private readonly Timer _timer;
    private bool _isOver;

    public StartAlarm(TimeSpan limit, Action goOff)
    {
        _limit = limit;
        _goOff = goOff;
        _timer = new Timer(_ => Look(), null, Period, Period);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _timer.Dispose();
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_isOver || _time.Look() < _limit)
            {
                return;
            }

            _isOver = true;
        }

        _timer.Dispose();
        _goOff();
    }
}
