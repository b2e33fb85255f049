using System.Collections.Concurrent;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolCallOutputTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly CapturedOutput _output = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_a_call_wrote_is_there_when_it_ends()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        for (int i = 0; i < 200; i++)
        {
            var output = new CapturedOutput();

            await pool.RunAsync(OutputTasks.UnitPrint($"{i} \U0001F4A7", $"wrong {i}\n").WithOutput(output)).OrHang();

            Assert.Equal($"{i} \U0001F4A7", output.StandardOutput);
            Assert.Equal($"wrong {i}\n", output.StandardError);
        }
    }

    [Fact]
    public async Task What_its_threads_wrote_is_there_too()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await pool.RunAsync(OutputTasks.UnitPrintFromThreads("a").WithOutput(_output)).OrHang();

        Assert.Equal("a first\na pool\na thread\na last\n", _output.Text);
    }

    [Fact]
    public async Task What_a_call_wrote_is_there_when_it_fails()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(OutputTasks.UnitPrintAndThrow("about to fail").WithOutput(_output)).OrHang());

        Assert.Equal("about to fail\n", _output.Text);
    }

    [Fact]
    public async Task What_a_call_wrote_is_there_when_its_worker_dies()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await Assert.ThrowsAsync<WorkerDiedException>(() => pool.RunAsync(OutputTasks.UnitPrintAndDie("about to", " die").WithOutput(_output)).OrHang());

        Assert.Equal("about to die", _output.Text);
    }

    [Fact]
    public async Task What_it_wrote_is_kept_from_the_output_of_the_worker_and_what_others_write_is_not()
    {
        var lines = new ConcurrentQueue<string>();
        await using (ProcessPool pool = Pool(lines))
        {
            await OutputTasks.RunPrint("before\n", pool: pool).OrHang();
            await pool.RunAsync(OutputTasks.UnitPrint("kept\n").WithOutput(_output)).OrHang();
            await OutputTasks.RunPrint("after\n", pool: pool).OrHang();
        }

        Assert.Equal(["before", "after"], lines);
        Assert.Equal("kept\n", _output.Text);
    }

    [Fact]
    public async Task What_a_thread_writes_when_its_call_has_ended_is_the_workers()
    {
        var lines = new ConcurrentQueue<string>();
        using var came = new SemaphoreSlim(0);
        await using ProcessPool pool = Pool(lines, came);
        await pool.RunAsync(OutputTasks.UnitPrintLater(_scratch.File("go"), "later").WithOutput(_output)).OrHang();

        Files.Write(_scratch.File("go"), "");
        await came.WaitAsync().OrHang();

        Assert.Equal(["later"], lines);
        Assert.Equal("now\n", _output.Text);
    }

    [Fact]
    public async Task A_flood_is_kept_up_to_its_limit()
    {
        var output = new CapturedOutput(maxChars: 10_000);
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await pool.RunAsync(OutputTasks.UnitPrintLines("a", 20_000).WithOutput(output)).OrHang();

        string all = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a:{i}\n"));
        Assert.Equal(all[^10_000..], output.Text);
        Assert.Equal(all.Length - 10_000, output.OmittedChars);
    }

    [Fact]
    public async Task A_text_of_any_length_comes_whole()
    {
        string text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i} "));
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await pool.RunAsync(OutputTasks.UnitPrint(text).WithOutput(_output)).OrHang();

        Assert.Equal(text, _output.Text);
    }

    [Fact]
    public async Task Calls_that_run_at_the_same_time_in_one_worker_are_kept_apart()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, TasksPerWorker = 8, WorkerCommand = [Programs.Worker] });

        await AssertKeptApartAsync(pool);
    }

    [Fact]
    public async Task Calls_that_run_at_the_same_time_in_process_are_kept_apart()
    {
        await using var pool = new InProcessPool(maxConcurrency: 8);

        await AssertKeptApartAsync(pool);
    }

    private static async Task AssertKeptApartAsync(PuddlePool pool)
    {
        CapturedOutput[] outputs = [.. Enumerable.Range(0, 50).Select(_ => new CapturedOutput())];

        await Task.WhenAll(outputs.Select((output, i) => pool.RunAsync(OutputTasks.UnitPrintFromThreads($"{i}").WithOutput(output)))).OrHang();

        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"{i} first\n{i} pool\n{i} thread\n{i} last\n"),
            outputs.Select(output => output.Text));
    }

    private static ProcessPool Pool(ConcurrentQueue<string> lines, SemaphoreSlim? came = null) => new(new()
    {
        Workers = 1,
        WorkerCommand = [Programs.Worker],
        Output = WorkerOutput.ToCallback(line =>
        {
            lines.Enqueue(line.Text);
            came?.Release();
        }),
    });
}
