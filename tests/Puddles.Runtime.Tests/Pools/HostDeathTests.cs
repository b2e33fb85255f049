using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public sealed class HostDeathTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task When_the_host_is_killed_its_workers_and_what_they_started_are_gone_and_nothing_is_left()
    {
        string folder = Path.GetDirectoryName(_scratch.File("x"))!;
        using Process host = Process.Start(Programs.Worker, ["host", folder]);
        await Files.WaitForAsync(_scratch.File("ready")).OrHang();
        int[] processes = [.. await Task.WhenAll(((string[])["busy", "parent", "idle", "grandchild"]).Select(ReadAsync))];
        Assert.All(processes, process => Assert.True(Processes.IsRunning(process)));

        host.Kill();

        await Task.WhenAll(processes.Select(Processes.WaitForExitAsync)).OrHang();
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetTempPath(), $"puddles-{host.Id}-*"));
    }

    private async Task<int> ReadAsync(string name) =>
        int.Parse(await File.ReadAllTextAsync(_scratch.File(name)), CultureInfo.InvariantCulture);
}
