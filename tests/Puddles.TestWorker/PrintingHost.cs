namespace Puddles.TestWorker;

/// <summary>A program whose tasks write, and which ends without disposing its pool.</summary>
internal static class PrintingHost
{
    public static async Task RunAsync(int lines)
    {
        var pool = new ProcessPool(new() { Workers = 3 });
        await Task.WhenAll(((string[])["a", "b", "c"]).Select(name => OutputTasks.RunPrintLines(name, lines, pool)));
        await OutputTasks.RunPrint("the end", "the error", pool);
    }
}
