using Puddles.Package.Tests.Support;

namespace Puddles.Package.Tests;

/// <summary>The main job as native code, over files that are known.</summary>
[Collection(OnePackage.Name)]
public sealed class QuickStartTests
{
    private const long MostBytes = 5 * 1024 * 1024;

    [Fact]
    public async Task It_publishes_native_without_a_warning_stays_small_and_counts_words_in_other_processes()
    {
        using TemporaryFolder folder = new();
        string native = Path.Combine(folder.Path, "native");

        string published = await Command.DotnetAsync(
            Repository.Root,
            null,
            "publish",
            Repository.Project("samples/QuickStart"),
            "-r",
            Consumer.Rid,
            "--artifacts-path",
            Path.Combine(folder.Path, "build"),
            "--output",
            native);

        string program = Path.Combine(native, Consumer.Executable("QuickStart"));
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(new FileInfo(program).Length, 1, MostBytes);

        folder.Write("input/one.txt", "alpha beta alpha\n");
        folder.Write("input/a folder é/two.txt", "Beta gamma alpha\n");
        folder.Write("input/three.bin", "alpha\0alpha");
        Dictionary<string, long> rows = Rows(await Command.RunAsync(program, folder.Path, null, "input"));

        Assert.Equal(3, rows["alpha"]);
        Assert.Equal(2, rows["beta"]);
        Assert.Equal(6, rows["words"]);
        Assert.Equal(2, rows["files"]);
        Assert.Equal(1, rows["files skipped"]);
        Assert.InRange(rows["processes"], 1, Environment.ProcessorCount);
    }

    /// <summary>The lines of the table that are a name and a number.</summary>
    private static Dictionary<string, long> Rows(string output)
    {
        var rows = new Dictionary<string, long>();
        foreach (string line in output.Split(Environment.NewLine))
        {
            int space = line.LastIndexOf(' ');
            if (space > 0 && long.TryParse(line[space..].Replace(",", "", StringComparison.Ordinal), out long value))
            {
                rows[line[..space].Trim()] = value;
            }
        }

        return rows;
    }
}
