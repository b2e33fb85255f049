using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class SettleTests
{
    [Fact]
    public async Task Every_end_of_a_task_is_an_outcome()
    {
        var token = new CancellationToken(canceled: true);
        Task<int>[] tasks = [Task.FromResult(1), Task.FromException<int>(new FormatException("bad")), Task.FromCanceled<int>(token)];

        PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(tasks).OrHang();

        Assert.Equal([0, 1, 2], outcomes.Select(outcome => outcome.Index));
        Assert.Equal([true, false, false], outcomes.Select(outcome => outcome.IsSuccess));
        Assert.Equal(1, outcomes[0].Value);
        Assert.Null(outcomes[0].Error);
        Assert.IsType<FormatException>(outcomes[1].Error);
        Assert.Equal(token, Assert.IsAssignableFrom<OperationCanceledException>(outcomes[2].Error).CancellationToken);
    }

    [Fact]
    public async Task It_waits_for_tasks_that_have_not_ended()
    {
        var slow = new TaskCompletionSource<int>();
        Task<PuddleOutcome<int>[]> settling = Puddle.SettleAsync([slow.Task, Task.FromResult(2)]);
        Assert.False(settling.IsCompleted);
        slow.SetException(new FormatException("late"));
        Assert.Equal("late", (await settling.OrHang())[0].Error!.Message);
    }

    [Fact]
    public async Task The_value_of_a_failure_throws_it()
    {
        PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync([Task.FromException<int>(new FormatException("bad"))]).OrHang();
        Assert.Equal("bad", Assert.Throws<FormatException>(() => outcomes[0].Value).Message);
    }

    [Fact]
    public void The_default_outcome_has_no_value()
    {
        PuddleOutcome<int> none = default;
        Assert.False(none.IsSuccess);
        Assert.Throws<InvalidOperationException>(() => none.Value);
    }

    [Fact]
    public void Null_among_the_tasks_is_refused() =>
        Assert.Throws<ArgumentException>(() => { _ = Puddle.SettleAsync(new Task<int>[] { null! }); });
}
