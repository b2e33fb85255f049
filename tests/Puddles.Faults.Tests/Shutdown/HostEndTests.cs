using Puddles.Faults.Tests.Support;

namespace Puddles.Faults.Tests.Shutdown;

/// <summary>Ways for a host to end, and that nothing of it stays.</summary>
public sealed class HostEndTests
{
    [Fact]
    public async Task A_host_that_ends_without_disposing_its_pool_ends_and_leaves_nothing()
    {
        using HostProgram host = HostProgram.Start("careless", "FOLDER");

        await host.Process.WaitForExitAsync().OrHang();

        Assert.Equal(0, host.Process.ExitCode);
        await host.AllGoneAsync();
        await AssertNoLitterAsync(host);
    }

    [Fact]
    public async Task A_host_that_is_killed_with_idle_and_busy_workers_leaves_nothing()
    {
        using HostProgram host = HostProgram.Start("host", "FOLDER");
        await host.SaidAsync("ready");
        Assert.True(host.All().Count >= 5);

        host.Process.Kill();

        await host.AllGoneAsync();
        await AssertNoLitterAsync(host);
    }

    [Fact]
    public async Task A_host_that_is_killed_while_workers_start_leaves_no_process_and_the_next_pool_takes_its_folders_away()
    {
        for (int round = 0; round < 6; round++)
        {
            using HostProgram host = HostProgram.Start("starting", "FOLDER");
            await host.SaidAsync("ready");
            await Task.Delay(round * 70);

            host.Process.Kill();

            await host.AllGoneAsync();
            await host.Process.WaitForExitAsync().OrHang();
            using var next = new HostProgram([Programs.Worker, "answering", "FOLDER", "1"], info => info.Environment["TMPDIR"] = host.TemporaryFolder);
            Assert.Equal("ok", await next.ResultAsync());
            Assert.DoesNotContain(host.Litter(), path => Path.GetFileName(path).StartsWith("puddles-", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task A_request_to_end_that_reaches_every_process_is_one_orderly_end(int signal)
    {
        using var host = new HostProgram(["setsid", Programs.Worker, "orderly", "FOLDER"]);
        await host.SaidAsync("ready");

        foreach (int process in host.All())
        {
            Signals.Send(signal, process);
        }

        Assert.Equal("ok", await host.ResultAsync());
        Assert.Equal(0, host.Process.ExitCode);
        Assert.Equal("", await host.Process.StandardError.ReadToEndAsync().OrHang());
        await host.AllGoneAsync();
        await AssertNoLitterAsync(host);
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task A_host_that_does_not_expect_to_be_asked_to_end_ends_and_prints_nothing(int signal)
    {
        using var host = new HostProgram(["setsid", Programs.Worker, "host", "FOLDER"]);
        await host.SaidAsync("ready");

        foreach (int process in host.All())
        {
            Signals.Send(signal, process);
        }

        await host.Process.WaitForExitAsync().OrHang();
        await host.AllGoneAsync();
        Assert.Equal("", await host.Process.StandardError.ReadToEndAsync().OrHang());
        await AssertNoLitterAsync(host);
    }

    /// <summary>What the runtime made for a process that was killed goes with its last worker, which may take a moment longer than the worker looks alive.</summary>
    private static async Task AssertNoLitterAsync(HostProgram host)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (host.Litter().Length > 0 && !limit.IsCancellationRequested)
        {
            await Task.Delay(20);
        }

        Assert.Empty(host.Litter());
    }
}
