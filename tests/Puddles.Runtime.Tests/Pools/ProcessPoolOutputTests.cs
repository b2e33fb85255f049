using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolOutputTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly ConcurrentQueue<WorkerOutputLine> _lines = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_callback_gets_each_line_with_its_worker_and_stream()
    {
        int[] about;
        await using (ProcessPool pool = Pool(_lines.Enqueue))
        {
            await OutputTasks.RunPrint("one\ntwo\r\n", "wrong\n", pool).OrHang();
            about = await ProcessTasks.RunDescribe(pool).OrHang();
        }

        Assert.Equal(["one", "two"], _lines.Where(line => !line.IsError).Select(line => line.Text));
        Assert.Equal(["wrong"], _lines.Where(line => line.IsError).Select(line => line.Text));
        Assert.All(_lines, line => Assert.Equal((about[0], about[1]), (line.WorkerId, line.ProcessId)));
    }

    [Fact]
    public async Task By_default_lines_pass_through_whole_and_all_of_them_though_the_pool_is_not_disposed()
    {
        using Process host = Process.Start(new ProcessStartInfo(Programs.Worker, ["print", "5000"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = host.StandardError.ReadToEndAsync();
        string[] lines = (await host.StandardOutput.ReadToEndAsync().OrHang()).Split('\n');

        string[] expected = [.. ((string[])["a", "b", "c"]).SelectMany(name => Enumerable.Range(0, 5000).Select(i => $"{name}:{i}")), "the end", ""];
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.All((string[])["a", "b", "c"], name => Assert.Equal(
            Enumerable.Range(0, 5000).Select(i => $"{name}:{i}"),
            lines.Where(line => line.StartsWith(name + ":", StringComparison.Ordinal))));
        Assert.Equal("the error\n", await error.OrHang());
    }

    [Fact]
    public async Task What_is_discarded_is_still_in_the_last_words()
    {
        await using ProcessPool pool = Pool(WorkerOutput.Discard);

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => OutputTasks.RunPrintAndDie("x\n", "last words", pool).OrHang());

        Assert.Equal("last words", error.StandardErrorTail);
    }

    [Fact]
    public async Task The_last_line_of_a_worker_that_dies_comes_though_it_has_no_end()
    {
        await using (ProcessPool pool = Pool(_lines.Enqueue))
        {
            await Assert.ThrowsAsync<WorkerDiedException>(() => OutputTasks.RunPrintAndDie("one\nhalf", "last", pool).OrHang());
        }

        Assert.Equal(["one", "half"], _lines.Where(line => !line.IsError).Select(line => line.Text));
        Assert.Equal("last", Assert.Single(_lines, line => line.IsError).Text);
    }

    [Fact]
    public async Task A_flood_is_handed_on_whole_and_in_order()
    {
        await using (ProcessPool pool = Pool(_lines.Enqueue))
        {
            await Task.WhenAll(OutputTasks.RunPrintLines("a", 30_000, pool), OutputTasks.RunPrintLines("b", 30_000, pool)).OrHang();
        }

        Assert.All((string[])["a", "b"], name => Assert.Equal(
            Enumerable.Range(0, 30_000).Select(i => $"{name}:{i}"),
            _lines.Select(line => line.Text).Where(text => text.StartsWith(name, StringComparison.Ordinal))));
        Assert.Equal(60_000, _lines.Count);
    }

    [Fact]
    public async Task What_is_no_text_and_what_has_no_end_for_long_harm_nobody()
    {
        byte[] bytes = [0xFF, (byte)'x', .. Enumerable.Repeat((byte)'y', 100_000), (byte)'\n'];
        await using (ProcessPool pool = Pool(_lines.Enqueue))
        {
            await OutputTasks.RunPrintBytes(bytes, pool).OrHang();
        }

        string[] texts = [.. _lines.Select(line => line.Text)];
        Assert.Equal(65_536, texts[0].Length);
        Assert.Equal("\uFFFDx" + new string('y', 100_000), string.Concat(texts));
    }

    [Fact]
    public async Task A_callback_that_throws_gets_the_next_line_all_the_same()
    {
        await using (ProcessPool pool = Pool(line =>
        {
            _lines.Enqueue(line);
            throw new InvalidOperationException("The callback does not want it.");
        }))
        {
            await OutputTasks.RunPrint("one\ntwo\n", pool: pool).OrHang();
            Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
        }

        Assert.Equal(["one", "two"], _lines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_callback_that_blocks_holds_up_its_own_worker_only()
    {
        using var held = new SemaphoreSlim(0);
        using var isHeld = new SemaphoreSlim(0);
        int heldWorker = 0;
        await using (ProcessPool pool = Pool(
            line =>
            {
                if (Interlocked.CompareExchange(ref heldWorker, line.WorkerId, 0) == 0)
                {
                    isHeld.Release();
                    held.Wait();
                }

                _lines.Enqueue(line);
            },
            workers: 2))
        {
            Task flooding = OutputTasks.RunPrintLines("a", 100_000, pool);
            await isHeld.WaitAsync().OrHang();

            for (int i = 0; i < 100; i++)
            {
                await OutputTasks.RunPrint($"b:{i}\n", pool: pool).OrHang();
            }

            Assert.False(flooding.IsCompleted);
            held.Release();
            await flooding.OrHang();
        }

        Assert.Equal(100_000, _lines.Count(line => line.Text.StartsWith('a')));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"b:{i}"), _lines.Select(line => line.Text).Where(text => text.StartsWith('b')));
    }

    [Fact]
    public async Task A_callback_that_blocks_delays_neither_the_news_of_a_death_nor_the_last_words()
    {
        using var held = new SemaphoreSlim(0);
        await using ProcessPool pool = Pool(_ => held.Wait());
        await OutputTasks.RunPrint("one\n", "two\n", pool).OrHang();

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => OutputTasks.RunPrintAndDie("three\n", "last words", pool).OrHang());

        Assert.EndsWith("last words", error.StandardErrorTail, StringComparison.Ordinal);
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
        held.Release(1000);
    }

    [Fact]
    public async Task A_process_that_keeps_the_pipes_of_a_dead_worker_delays_nothing()
    {
        string path = _scratch.File("other");
        await using (ProcessPool pool = Pool(_lines.Enqueue))
        {
            var error = await Assert.ThrowsAsync<WorkerDiedException>(() => OutputTasks.RunLeavePipesToAnother("left\n", path, pool).OrHang());
            Assert.Equal(9, error.Signal);
            Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
        }

        using Process other = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(path), CultureInfo.InvariantCulture));
        Assert.False(other.HasExited);
        other.Kill();
        Assert.Equal("left", Assert.Single(_lines).Text);
    }

    [Fact]
    public async Task The_output_of_all_workers_can_be_kept()
    {
        var output = new CapturedOutput();
        await using (ProcessPool pool = Pool(WorkerOutput.ToCapture(output)))
        {
            await OutputTasks.RunPrint("one\n", "two", pool).OrHang();
        }

        Assert.Equal("one\n", output.StandardOutput);
        Assert.Equal("two\n", output.StandardError);
    }

    [Fact]
    public async Task What_a_task_starts_has_an_empty_input_and_none_of_the_workers_own_channels()
    {
        await using ProcessPool pool = Pool(WorkerOutput.Discard);

        string[] open = (await OutputTasks.RunDescriptorsOfChild(pool).OrHang()).TrimEnd().Split('\n');

        // This process may have been started with more than the usual three, which all that it starts have too.
        string[] inherited = OutputTasks.DescriptorsOfChild().TrimEnd().Split('\n');
        Assert.Contains("0 -> /dev/null", open);
        Assert.DoesNotContain(open.Except(inherited), line => line.Split(' ') is [not ("0" or "1" or "2"), .., not ['/', ..]]);
    }

    private static ProcessPool Pool(Action<WorkerOutputLine> callback, int workers = 2) => Pool(WorkerOutput.ToCallback(callback), workers);

    private static ProcessPool Pool(WorkerOutput output, int workers = 2) =>
        new(new() { Workers = workers, WorkerCommand = [Programs.Worker], Output = output });
}
