using System.Diagnostics;
using Puddles;
using Samples;

Puddle.Init();

string folder = Path.GetFullPath(args.Length > 0 ? args[0] : TextFiles.Repository());
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder {folder}");
    return 1;
}

List<string> files = TextFiles.Under(folder);
Console.WriteLine($"Counting the words of {files.Count:N0} files in {folder}");

var clock = Stopwatch.StartNew();
var words = new Dictionary<string, int>();
var processes = new HashSet<int>();
var skipped = new List<string>();
long bytes = 0;
int read = 0;

await using var pool = new ProcessPool();
await foreach (PuddleOutcome<WordCount> done in pool.StreamAsync(files.Select(WordCounter.UnitCount)))
{
    if (done.IsSuccess)
    {
        read++;
        bytes += done.Value.Bytes;
        processes.Add(done.Value.ProcessId);
        foreach ((string word, int times) in done.Value.Words)
        {
            words[word] = words.GetValueOrDefault(word) + times;
        }
    }
    else
    {
        skipped.Add($"{Path.GetRelativePath(folder, files[done.Index])}: {done.Error!.Message}");
    }

    Report.Progress(read + skipped.Count, files.Count);
}

Report.Table(words, read, bytes, skipped, clock.Elapsed, processes.Count);
return 0;
