using Puddles.Runtime.Tests.Support;
using Puddles.Scheduling;

namespace Puddles.Runtime.Tests.Pools;

public sealed class StartFailuresTests
{
    private readonly ManualTime _time = new();
    private readonly StartFailures _failures;

    public StartFailuresTests() => _failures = new StartFailures(_time);

    [Fact]
    public void One_that_dies_is_replaced_at_once()
    {
        _failures.NoteUselessLife();

        Assert.Equal(TimeSpan.Zero, _failures.Pause);
        Assert.False(_failures.Any);
    }

    [Fact]
    public void Each_pause_is_twice_the_last_up_to_five_seconds()
    {
        var pauses = new List<double>();
        _failures.NoteUselessLife();
        for (int i = 0; i < 60; i++)
        {
            _failures.NoteUselessLife();
            pauses.Add(_failures.Pause.TotalMilliseconds);
        }

        Assert.Equal([100, 200, 400, 800, 1600, 3200, 5000, 5000], pauses[..8]);
        Assert.Equal(5000, pauses[^1]);
    }

    [Fact]
    public void A_pause_ends_with_time()
    {
        _failures.NoteUselessLife();
        _failures.NoteUselessLife();

        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(TimeSpan.FromMilliseconds(1), _failures.Pause);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, _failures.Pause);
    }

    [Fact]
    public void An_answer_ends_it_and_becoming_ready_does_not()
    {
        _failures.NoteUselessLife();
        _failures.NoteUselessLife();

        _failures.NoteReady();
        Assert.NotEqual(TimeSpan.Zero, _failures.Pause);
        _failures.NoteAnswer();
        Assert.Equal(TimeSpan.Zero, _failures.Pause);
    }

    [Fact]
    public void Those_who_wait_are_told_after_three_failures_in_a_row_or_one_that_is_final()
    {
        var error = new WorkerStartException("not today");

        Assert.False(_failures.GiveUp(error));
        Assert.False(_failures.GiveUp(error));
        _failures.NoteReady();
        Assert.False(_failures.GiveUp(error));
        Assert.True(_failures.GiveUp(new WorkerStartException("never") { IsFinal = true }));
        Assert.True(_failures.GiveUp(error));
    }
}
