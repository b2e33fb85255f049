namespace Samples;

/// <summary>What a worker found in one file.</summary>
internal sealed record WordCount(int ProcessId, long Bytes, Dictionary<string, int> Words);
