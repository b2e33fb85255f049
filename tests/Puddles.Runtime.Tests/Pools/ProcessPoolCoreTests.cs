using Puddles.Runtime.Tests.Support;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolCoreTests
{
    private static readonly int[] All = Cpu.GetCores();
    private static readonly int First = All[0];
    private static readonly int Last = All[^1];
    private static readonly int Missing = All.Max() + 1000;

    [Fact]
    public async Task Workers_run_on_the_cores_of_their_pool_with_all_threads_and_what_they_start()
    {
        await using ProcessPool pool = Pool(workers: 2, [Last]);

        Assert.Equal([Last], await CoreTasks.RunCores(pool).OrHang());
        Assert.Equal([$"{Last}"], await CoreTasks.RunOfAllThreadsLater(pool).OrHang());
        Assert.Equal($"{Last}", await CoreTasks.RunOfChild(pool).OrHang());
        Assert.Equal(1, await CoreTasks.RunProcessorCount(pool).OrHang());
    }

    [Fact]
    public async Task Starting_workers_on_some_cores_leaves_the_host_on_its_own()
    {
        await using ProcessPool pool = Pool(workers: 2, [First]);
        await CoreTasks.RunCores(pool).OrHang();

        Assert.Equal(All, Cpu.GetCores());
        Assert.Single(CoreTasks.OfAllThreads());
    }

    [Fact]
    public async Task A_unit_runs_on_its_cores_with_all_threads_and_the_next_on_those_of_before()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        Assert.Equal([$"{Last}"], await pool.RunAsync(CoreTasks.UnitOfAllThreads().OnCores(Last)).OrHang());
        Assert.Equal([$"{Last}"], await pool.RunAsync(CoreTasks.UnitOfAllThreadsLater().OnCores(Last)).OrHang());
        Assert.Single(await CoreTasks.RunOfAllThreads(pool).OrHang());
        Assert.Equal(All, await CoreTasks.RunCores(pool).OrHang());
    }

    [Fact]
    public async Task The_cores_of_before_come_back_after_a_unit_that_throws()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(CoreTasks.UnitThrow().OnCores(Last)).OrHang());

        Assert.Equal($"{Last}", error.Message);
        Assert.Equal(All, await CoreTasks.RunCores(pool).OrHang());
    }

    [Fact]
    public async Task The_cores_of_a_unit_go_before_those_of_its_pool()
    {
        await using ProcessPool pool = Pool(workers: 1, [First]);

        Assert.Equal(All, await pool.RunAsync(CoreTasks.UnitCores().OnCores(All)).OrHang());
        Assert.Equal([First], await CoreTasks.RunCores(pool).OrHang());
    }

    [Fact]
    public async Task A_unit_on_a_core_that_is_not_there_fails_alone()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => pool.RunAsync(CoreTasks.UnitCores().OnCores(First, Missing)).OrHang());

        Assert.Contains($"Core {Missing} is not there", error.Message, StringComparison.Ordinal);
        Assert.Equal(All, await CoreTasks.RunCores(pool).OrHang());
    }

    [Fact]
    public async Task A_task_that_sets_its_cores_moves_its_whole_worker_and_no_other_process()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await CoreTasks.RunMoveTo([Last], pool).OrHang();

        Assert.Equal([$"{Last}"], await CoreTasks.RunOfAllThreadsLater(pool).OrHang());
        Assert.Equal(All, Cpu.GetCores());
    }

    [Fact]
    public async Task A_task_that_asks_for_a_core_that_is_not_there_is_told_which_and_stays_where_it_was()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => CoreTasks.RunMoveTo([First, Missing], pool).OrHang());

        Assert.Contains($"Core {Missing} is not there", error.Message, StringComparison.Ordinal);
        Assert.Equal(All, await CoreTasks.RunCores(pool).OrHang());
    }

    [Fact]
    public void A_pool_on_a_core_that_is_not_there_cannot_be_made()
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Pool(workers: 1, [First, Missing]));

        Assert.Contains($"Core {Missing} is not there", error.Message, StringComparison.Ordinal);
        Assert.Equal(All, Cpu.GetCores());
    }

    [Fact]
    public void No_core_is_no_answer()
    {
        Assert.ThrowsAny<ArgumentException>(() => Pool(workers: 1, []));
        Assert.ThrowsAny<ArgumentException>(() => Cpu.SetCores());
        Assert.ThrowsAny<ArgumentException>(() => Cpu.SetCores(-1));
        Assert.ThrowsAny<ArgumentException>(() => CoreTasks.UnitCores().OnCores());
        Assert.ThrowsAny<ArgumentException>(() => CoreTasks.UnitCores().OnCores(-1));
    }

    [Fact]
    public async Task In_process_a_unit_runs_where_the_program_does()
    {
        await using var pool = new InProcessPool();

        Assert.Equal(All, await pool.RunAsync(CoreTasks.UnitCores().OnCores(First)).OrHang());
    }

    private static ProcessPool Pool(int workers, int[] cores) =>
        new(new() { Workers = workers, WorkerCommand = [Programs.Worker], Cores = cores });
}
