using Puddles.Faults.Tests.Support;

namespace Puddles.Faults.Tests.Surroundings;

/// <summary>A program with a pool in surroundings that lack something.</summary>
public sealed class SurroundingsTests
{
    [Fact]
    public async Task Ordinary() => await WorksAsync(HostProgram.Start("answering", "FOLDER", "2"));

    [Theory]
    [InlineData("<&-")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public async Task Closed_standard_handles(string closed) =>
        await WorksAsync(new HostProgram(["/bin/sh", "-c", $"exec \"$0\" answering \"$1\" 2 {closed}", Programs.Worker, "FOLDER"]));

    [Fact]
    public async Task An_empty_environment() =>
        await WorksAsync(new HostProgram(["/usr/bin/env", "-i", Programs.Worker, "answering", "FOLDER", "2"]));

    [Fact]
    public async Task A_working_directory_that_was_deleted() =>
        await WorksAsync(new HostProgram(["/bin/sh", "-c", "mkdir \"$1/gone\" && cd \"$1/gone\" && rmdir \"$1/gone\" && exec \"$0\" answering \"$1\" 2", Programs.Worker, "FOLDER"]));

    [Fact]
    public async Task Paths_with_spaces_and_accents()
    {
        using var scratch = new ScratchFolder();
        string folder = scratch.File("ein Ordner für Übungen, n°1");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(Programs.Worker)!).Where(file => !Path.GetFileName(file).StartsWith("xunit", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await WorksAsync(new HostProgram([Path.Combine(folder, Path.GetFileName(Programs.Worker)), "answering", "FOLDER", "2"], info =>
        {
            info.WorkingDirectory = folder;
            info.Environment["TMPDIR"] = folder;
        }));
    }

    [Theory]
    [InlineData("/no/such/folder")]
    [InlineData("/proc/sys")]
    public async Task A_temporary_folder_that_cannot_be_written(string folder) =>
        await WorksAsync(new HostProgram([Programs.Worker, "answering", "FOLDER", "2"], info => info.Environment["TMPDIR"] = folder));

    [RootFact]
    public async Task A_temporary_folder_that_is_full() =>
        await WorksAsync(new HostProgram(["unshare", "-m", "/bin/sh", "-c", "mount -t tmpfs -o nr_inodes=1 none \"$TMPDIR\" && exec \"$0\" answering \"$1\" 2", Programs.Worker, "FOLDER"]));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public async Task Few_descriptors_mean_an_answer_or_an_error(int descriptors)
    {
        using var host = new HostProgram(["prlimit", $"--nofile={descriptors}", Programs.Worker, "answering", "FOLDER", "8"]);

        await EndsAsync(host);
    }

    [RootTheory]
    [InlineData(60)]
    [InlineData(90)]
    public async Task Few_processes_mean_an_answer_or_an_error(int processes)
    {
        // The limit counts what the user has, and root has none: somebody else's is used, who must be able to read the program.
        using HostProgram host = AsSomebodyElse("8", $"prlimit --nproc={processes}");

        // A runtime that cannot start its own threads may hang before Main: that its process ends is not promised.
        Assert.NotEqual("wrong answers", await host.ResultAsync());
    }

    [RootFact]
    public async Task Somebody_who_is_not_root() => await WorksAsync(AsSomebodyElse("2", ""));

    private const int NobodyElse = 64999;

    private static HostProgram AsSomebodyElse(string workers, string under) => new(
        ["/bin/sh", "-c", $"chmod 777 \"$1\" \"$TMPDIR\" && exec setpriv --reuid={NobodyElse} --clear-groups {under} \"$0\" answering \"$1\" {workers}", Programs.Worker, "FOLDER"]);

    private static async Task WorksAsync(HostProgram host)
    {
        using (host)
        {
            Assert.Equal("ok", await host.ResultAsync());
            await host.AllGoneAsync();
            Assert.DoesNotContain(host.Litter(), path => Path.GetFileName(path).StartsWith("puddles-", StringComparison.Ordinal));
        }
    }

    /// <summary>Whatever it could do, it ends, says why if it could not do everything, and leaves nothing.</summary>
    private static async Task EndsAsync(HostProgram host)
    {
        string result = await host.ResultAsync();

        Assert.NotEqual("wrong answers", result);
        await host.AllGoneAsync();
        if (host.Process.ExitCode != 0)
        {
            // Its own runtime gave up for lack of them: what is left then is the next pool's to take away.
            using var next = new HostProgram([Programs.Worker, "answering", "FOLDER", "1"], info => info.Environment["TMPDIR"] = host.TemporaryFolder);
            Assert.Equal("ok", await next.ResultAsync());
        }

        Assert.DoesNotContain(host.Litter(), path => Path.GetFileName(path).StartsWith("puddles-", StringComparison.Ordinal));
    }
}
