namespace Puddles.TestWorker;

/// <summary>Large arrays as last arguments and as results.</summary>
public static class BlockTasks
{
    [PuddleTask]
    public static double[] Halves(double[] values) => [.. values.Select(value => value / 2)];

    [PuddleTask]
    public static List<int> Backwards(IEnumerable<int> values) => [.. values.Reverse()];

    [PuddleTask]
    public static bool[] Not(bool[] values) => [.. values.Select(value => !value)];

    [PuddleTask]
    public static byte[]? After(string before, byte[]? bytes) => bytes?.Append((byte)before.Length).ToArray();

    [PuddleTask]
    public static async Task<byte[]> Later(byte[] bytes)
    {
        await Task.Yield();
        return bytes;
    }

    [PuddleTask]
    public static byte[] Fail(byte[] bytes) => throw new InvalidDataException($"{bytes.Length} bytes");
}
