namespace Benchmarks.Contenders;

/// <summary>The least that the machine asks for, in C.</summary>
internal static class Floor
{
    /// <summary>Two processes that write to each other over a Unix socket and sleep until they are answered.</summary>
    public static async Task<Contender> BlockedSocketAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkippedException("the C floor: it is written for Unix");
        }

        string program = Path.Combine(Repository.Artifacts, "pingpong");
        Directory.CreateDirectory(Repository.Artifacts);
        try
        {
            await Command.RunAsync(["gcc", "-O2", "-o", program, Path.Combine(Repository.Root, "benchmarks", "floor", "pingpong.c")]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkippedException("the C floor: gcc is not installed");
        }

        return new Contender("C, blocked socket", [program], null, []) { IsFloor = true };
    }
}
