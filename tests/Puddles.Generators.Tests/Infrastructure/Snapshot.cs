using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>
/// Compares generated files with those that were accepted, which lie beside the test by the conventions of Verify:
/// <c>Class.Test#Hint.verified.cs</c>, and <c>.received.cs</c> where the two differ.
/// </summary>
internal static class Snapshot
{
    private const string AcceptVariable = "PUDDLES_ACCEPT_SNAPSHOTS";

    private static readonly string Version = typeof(PuddlesGenerator).Assembly.GetName().Version!.ToString();

    /// <summary>Compares the files whose hints contain one of the parts.</summary>
    public static void Verify(
        DriverRun run,
        string[] partsOfHints,
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(file)}.{test}#";
        string folder = Path.GetDirectoryName(file)!;
        Dictionary<string, string> received = run.Sources
            .Where(source => partsOfHints.Any(part => source.HintName.Contains(part, StringComparison.Ordinal)))
            .ToDictionary(source => prefix + Path.GetFileNameWithoutExtension(source.HintName), Text, StringComparer.Ordinal);
        Assert.NotEmpty(received);

        var differences = new List<string>();
        foreach ((string name, string text) in received)
        {
            if (!Matches(Path.Combine(folder, name), text))
            {
                differences.Add(name);
            }
        }

        IEnumerable<string> orphans = Directory.GetFiles(folder, prefix + "*.verified.cs")
            .Select(path => Path.GetFileName(path)[..^".verified.cs".Length])
            .Where(name => !received.ContainsKey(name));
        Assert.True(
            differences.Count == 0 && !orphans.Any(),
            $"Not as accepted: {string.Join(", ", differences.Concat(orphans))}. Compare .received.cs with .verified.cs; {AcceptVariable}=1 accepts.");
    }

    private static bool Matches(string path, string received)
    {
        string verifiedFile = path + ".verified.cs";
        string receivedFile = path + ".received.cs";
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            File.WriteAllText(verifiedFile, received);
            return true;
        }

        if (File.Exists(verifiedFile) && File.ReadAllText(verifiedFile) == received)
        {
            File.Delete(receivedFile);
            return true;
        }

        File.WriteAllText(receivedFile, received);
        return false;
    }

    private static string Text(GeneratedSourceResult source) =>
        $"//HintName: {source.HintName}\n{source.SourceText}".Replace(Version, "{version}", StringComparison.Ordinal);
}
