using System.Diagnostics;
using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>What a process may use counts, not what the machine has.</summary>
public sealed class ContainerTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task There_are_as_many_workers_as_processors_that_the_process_may_use()
    {
        int core = Cpu.GetCores()[0];

        using Process program = Process.Start("taskset", ["-c", $"{core}", Programs.Worker, "defaults", _scratch.File("defaults")]);
        await program.WaitForExitAsync().OrHang();

        Assert.Equal("1", await File.ReadAllTextAsync(_scratch.File("defaults")));
    }
}
