using Puddles.Runtime.Tests.Support;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

public sealed class PrivateDirectoryTests : IDisposable
{
    private const int NoProcess = 2_000_000_000;

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_is_made_in_the_first_place_that_takes_it()
    {
        using PrivateDirectory directory = PrivateDirectory.Create(["/no/such/place", _scratch.File(""), "/no/other"]);

        Assert.StartsWith(_scratch.File(""), directory.SocketPath, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_place_takes_it_each_is_named_and_what_to_do()
    {
        var error = Assert.Throws<IOException>(() => PrivateDirectory.Create(["/proc/sys", "/no/such/place", "/" + new string('x', 200)]));

        Assert.Contains("/proc/sys/puddles-", error.Message, StringComparison.Ordinal);
        Assert.Contains("'/no/such/place'", error.Message, StringComparison.Ordinal);
        Assert.Contains("xxx' is too long", error.Message, StringComparison.Ordinal);
        Assert.Contains("TMPDIR", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_process_left_that_is_gone_is_swept_and_nothing_else()
    {
        string prefix = StaleFolders.OwnPrefix;
        string name = Guid.NewGuid().ToString("N");
        string stale = Make(prefix.Replace($"-{Environment.ProcessId}-", $"-{NoProcess}-", StringComparison.Ordinal) + name);
        string own = Make(prefix + name);
        string elsewhere = Make($"puddles-{NoProcess}-1-{name}");
        string other = Make("puddles-test-abc");

        StaleFolders.Sweep([_scratch.File("")]);

        Assert.False(Directory.Exists(stale));
        Assert.True(File.Exists(Path.Combine(own, "s")));
        Assert.True(File.Exists(Path.Combine(elsewhere, "s")));
        Assert.True(File.Exists(Path.Combine(other, "s")));
    }

    private string Make(string name)
    {
        string path = _scratch.File(name);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "s"), "");
        return path;
    }
}
