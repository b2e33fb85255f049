using System.Text.RegularExpressions;
using Puddles;

namespace Samples;

/// <summary>The work: what runs in the other processes.</summary>
internal static partial class WordCounter
{
    /// <summary>Counts the words of a text file. A file that is no text, or cannot be read, throws: to the caller, and for that file alone.</summary>
    [PuddleTask]
    public static async Task<WordCount> Count(string path, CancellationToken cancellationToken)
    {
        string text = await File.ReadAllTextAsync(path, cancellationToken);
        if (text.Contains('\0'))
        {
            throw new InvalidDataException("not a text file");
        }

        var words = new Dictionary<string, int>();
        foreach (ValueMatch word in Word().EnumerateMatches(text))
        {
            string key = text.Substring(word.Index, word.Length).ToLowerInvariant();
            words[key] = words.GetValueOrDefault(key) + 1;
        }

        return new WordCount(Environment.ProcessId, new FileInfo(path).Length, words);
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
