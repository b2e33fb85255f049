using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks.Evolving;

namespace Puddles.Runtime.Tests.Contracts;

/// <summary>Calls to workers whose tasks are those of another build.</summary>
public sealed class OtherBuildTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = new(new ProcessPoolOptions { Workers = 2, WorkerCommand = [Programs.Other] });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().OrHang();

    [Fact]
    public async Task Optional_parameters_that_only_the_caller_has_are_left_out()
    {
        Assert.Equal("3", await EvolvingTasks.RunGrown(3, pool: _pool).OrHang());
        Assert.Equal("4", await EvolvingTasks.RunGrown(4, "none", null, _pool).OrHang());
    }

    [Fact]
    public async Task A_value_for_a_parameter_that_only_the_caller_has_is_refused()
    {
        foreach (int round in Enumerable.Range(0, 2))
        {
            var error = await Assert.ThrowsAsync<PuddleException>(() => EvolvingTasks.RunGrown(round, y: 5, pool: _pool).OrHang());

            Assert.Contains("EvolvingTasks.Grown(", error.Message, StringComparison.Ordinal);
            Assert.Contains("its parameter 'y: int? = default' is missing there", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Optional_parameters_that_only_the_worker_has_take_its_defaults() =>
        Assert.Equal("3 none 2", await EvolvingTasks.RunShrunk(3, _pool).OrHang());

    [Fact]
    public async Task Each_call_of_a_batch_is_answered_once()
    {
        string[] all = await _pool.RunAllAsync(Enumerable.Range(0, 2_000).Select(x => EvolvingTasks.UnitShrunk(x))).OrHang();

        Assert.Equal(Enumerable.Range(0, 2_000).Select(x => $"{x} none 2"), all);
    }

    [Fact]
    public async Task A_nullable_member_that_one_side_lacks_must_be_null()
    {
        Assert.Equal(new Parcel(7, null), await EvolvingTasks.RunEcho(new Parcel(7, null), _pool).OrHang());

        var sent = await Assert.ThrowsAsync<PuddleSerializationException>(() => EvolvingTasks.RunEcho(new Parcel(7, "x"), _pool).OrHang());
        Assert.Contains("Parcel.Note is not known here", sent.Message, StringComparison.Ordinal);

        var received = await Assert.ThrowsAsync<PuddleSerializationException>(() => EvolvingTasks.RunLabelled(_pool).OrHang());
        Assert.Contains("Parcel.Label is not known here", received.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_only_the_worker_has_takes_the_default_of_its_constructor() =>
        Assert.Equal(6, await EvolvingTasks.RunSum(new Sized(1), _pool).OrHang());

    [Fact]
    public async Task What_would_come_back_unknown_is_refused_before_it_runs() =>
        Assert.Contains("its result differs: 'result.Black' is missing here and '2' there", await Refusal(() => EvolvingTasks.RunDarken(Shade.Dark, _pool)), StringComparison.Ordinal);

    [Fact]
    public async Task A_difference_deep_inside_is_named_by_its_path() =>
        Assert.Contains("its parameter 'order' differs: 'order.Lines[].Tag' is 'int' here and 'string' there", await Refusal(() => EvolvingTasks.RunDeep(new Order([]), _pool)), StringComparison.Ordinal);

    [Fact]
    public async Task A_task_that_the_worker_lacks_under_all_its_names_is_named() =>
        Assert.Contains("The worker has no task 'Puddles.TestTasks.Evolving.EvolvingTasks.OnlyHere(int)'", await Refusal(() => EvolvingTasks.RunOnlyHere(1, _pool)), StringComparison.Ordinal);

    private static async Task<string> Refusal(Func<Task> call) => (await Assert.ThrowsAsync<PuddleException>(() => call().OrHang())).Message;
}
