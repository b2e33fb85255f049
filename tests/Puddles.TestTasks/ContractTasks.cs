namespace Puddles.TestTasks;

/// <summary>What every engine must be able to run, in whatever process it runs it.</summary>
public static class ContractTasks
{
    [PuddleTask]
    public static int Square(int x) => x * x;

    [PuddleTask]
    public static string Join(string left, string? right = null, string separator = "-") => $"{left}{separator}{right ?? "nothing"}";

    [PuddleTask]
    public static byte[] Echo(byte[] bytes) => bytes;

    [PuddleTask]
    public static async Task<int> SquareLater(int x)
    {
        await Task.Yield();
        return x * x;
    }

    [PuddleTask]
    public static int IndexOf(PuddleContext context) => context.Index;

    [PuddleTask]
    public static void Touch(string path) => File.WriteAllText(path, "touched");

    [PuddleTask]
    public static int SquareUnlessOdd(int x) => x % 2 == 0 ? x * x : throw new ArgumentOutOfRangeException(nameof(x), x, "Odd.");

    [PuddleTask]
    public static void ThrowOwn(string text) => throw new OwnException(text, new FormatException("the cause"));

    [PuddleTask]
    public static string Describe(TouchyArgument argument) => argument.Text;

    [PuddleTask]
    public static TouchyArgument MakeTouchy(string text) => new() { Text = text };

    /// <summary>Says that it runs by making one file, and ends when another is there.</summary>
    [PuddleTask]
    public static async Task<string> Hold(string startedPath, string releasePath, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(startedPath, "started", cancellationToken);
        await Files.WaitForAsync(releasePath, cancellationToken);
        return "released";
    }

    /// <summary>Ends only when it is cancelled; then it says so by making another file.</summary>
    [PuddleTask]
    public static async Task WaitForCancel(string startedPath, string canceledPath, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(startedPath, "started", CancellationToken.None);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            await File.WriteAllTextAsync(canceledPath, "cancelled", CancellationToken.None);
        }
    }
}
