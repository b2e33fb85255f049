namespace Puddles.TestTasks;

/// <summary>Files as signals between processes.</summary>
public static class Files
{
    /// <summary>Waits until a file is there.</summary>
    public static async Task WaitForAsync(string path, CancellationToken cancellationToken = default)
    {
        while (!File.Exists(path))
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>Makes a file that is whole as soon as it can be seen.</summary>
    public static void Write(string path, string content)
    {
        File.WriteAllText(path + ".part", content);
        File.Move(path + ".part", path, overwrite: true);
    }
}
