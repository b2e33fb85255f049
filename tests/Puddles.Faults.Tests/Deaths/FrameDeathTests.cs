using Puddles.TestTasks;

namespace Puddles.Faults.Tests.Deaths;

/// <summary>A worker that is killed at each place of the protocol.</summary>
public abstract class FrameDeathTests(WorkerTransport transport)
{
    [Theory]
    [InlineData("before the greeting")]
    [InlineData("before it connects")]
    [InlineData("before its secret")]
    [InlineData("in its secret")]
    [InlineData("after its secret")]
    [InlineData("before it is ready")]
    [InlineData("in ready")]
    public async Task Killed_before_it_is_ready_it_could_not_start(string place)
    {
        await using ProcessPool pool = Pool(place);

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.Equal(9, error.Signal);
        Assert.NotNull(error.ProcessId);
    }

    [Theory]
    [InlineData("after ready")]
    [InlineData("in the length of a call")]
    [InlineData("in a call")]
    public async Task Killed_before_it_has_the_whole_call_it_never_began_it(string place)
    {
        await using ProcessPool pool = Pool(place);

        // Other workers are tried, but not for ever.
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.Equal(TaskStart.Never, error.Started);
        Assert.Equal(9, error.Signal);
    }

    [Theory]
    [InlineData("after ready")]
    [InlineData("in a call")]
    public async Task Killed_in_the_middle_of_a_large_call_it_never_began_it(string place)
    {
        await using ProcessPool pool = Pool(place);

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => ContractTasks.RunEcho(new byte[5_000_000], pool).OrHang());

        Assert.Equal(TaskStart.Never, error.Started);
    }

    [Theory]
    [InlineData("after a call")]
    [InlineData("in the length of a reply")]
    [InlineData("in the header of a reply")]
    [InlineData("before the last byte of a reply")]
    public async Task Killed_after_it_has_the_call_it_may_have_begun_it(string place)
    {
        await using ProcessPool pool = Pool(place);

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.Equal(TaskStart.Maybe, error.Started);
        Assert.Equal(9, error.Signal);
    }

    [Fact]
    public async Task Killed_after_the_reply_it_has_answered()
    {
        await using ProcessPool pool = Pool("after a reply");

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(9, await ContractTasks.RunSquare(3, pool).OrHang());
        }
    }

    private ProcessPool Pool(string place) => new(new() { Workers = 2, WorkerCommand = [Programs.Rogue, "die", place], Transport = transport });
}
