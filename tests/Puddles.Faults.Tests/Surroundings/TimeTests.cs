using System.Diagnostics;
using Puddles.Faults.Tests.Support;

namespace Puddles.Faults.Tests.Surroundings;

/// <summary>Time that does not pass as it should.</summary>
public sealed class TimeTests
{
    /// <summary>Every look at the clock is half a day before or after the last.</summary>
    private const string JumpingClock = """
        #define _GNU_SOURCE
        #include <time.h>
        #include <unistd.h>
        #include <sys/syscall.h>
        static int looks;
        int clock_gettime(clockid_t clock, struct timespec *now)
        {
            int result = syscall(SYS_clock_gettime, clock, now);
            if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
                now->tv_sec += __atomic_add_fetch(&looks, 1, __ATOMIC_RELAXED) % 2 ? 43200 : -43200;
            return result;
        }
        """;

    [Fact]
    public async Task A_host_that_was_stopped_for_longer_than_every_limit_blames_no_worker()
    {
        using HostProgram host = HostProgram.Start("sleepy", "FOLDER");
        await host.SaidAsync("running");
        await StopAsync(host, TimeSpan.FromSeconds(4));
        await File.WriteAllTextAsync(host.Scratch.File("go"), "");
        await host.SaidAsync("starting");
        await StopAsync(host, TimeSpan.FromSeconds(6));

        Assert.Equal("ok", await host.ResultAsync());
    }

    [CompilerFact]
    public async Task A_clock_that_jumps_changes_nothing()
    {
        using var scratch = new ScratchFolder();
        await File.WriteAllTextAsync(scratch.File("clock.c"), JumpingClock);
        using (Process compiler = Process.Start(CompilerFactAttribute.Compiler!, ["-shared", "-fPIC", "-O1", "-o", scratch.File("clock.so"), scratch.File("clock.c")]))
        {
            await compiler.WaitForExitAsync().OrHang();
            Assert.Equal(0, compiler.ExitCode);
        }

        using var host = new HostProgram([Programs.Worker, "limited", "FOLDER"], info => info.Environment["LD_PRELOAD"] = scratch.File("clock.so"));

        Assert.Equal("ok", await host.ResultAsync());
    }

    private static async Task StopAsync(HostProgram host, TimeSpan time)
    {
        Signals.Send(Signals.Stop, host.Process.Id);
        await Task.Delay(time);
        Signals.Send(Signals.Continue, host.Process.Id);
    }
}
