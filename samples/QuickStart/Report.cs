namespace Samples;

/// <summary>Tells the user what was found.</summary>
internal static class Report
{
    private const int TopWords = 10;
    private const int SkippedShown = 5;

    /// <summary>Says how far it is, on one line that writes over itself where there is a terminal.</summary>
    public static void Progress(int done, int all)
    {
        if (Console.IsOutputRedirected)
        {
            if (done == all)
            {
                Console.WriteLine($"{done:N0} of {all:N0} files");
            }
        }
        else if (done == all || done % 16 == 0)
        {
            Console.Write($"\r{done:N0} of {all:N0} files{(done == all ? Environment.NewLine : "")}");
        }
    }

    /// <summary>The result as a table.</summary>
    public static void Table(Dictionary<string, int> words, int files, long bytes, List<string> skipped, TimeSpan elapsed, int processes)
    {
        Console.WriteLine();
        foreach ((string word, int times) in words.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(TopWords))
        {
            Row(word, times);
        }

        Console.WriteLine(new string('-', 34));
        Row("words", words.Values.Sum(times => (long)times));
        Row("different words", words.Count);
        Row("files", files);
        Row("files skipped", skipped.Count);
        Row("bytes", bytes);
        Row("processes", processes);
        Row("milliseconds", (long)elapsed.TotalMilliseconds);

        foreach (string reason in skipped.Take(SkippedShown))
        {
            Console.WriteLine($"skipped {reason}");
        }

        if (skipped.Count > SkippedShown)
        {
            Console.WriteLine($"skipped {skipped.Count - SkippedShown:N0} more");
        }
    }

    private static void Row(string name, long value) => Console.WriteLine($"{name,-18} {value,15:N0}");
}
