using System.Diagnostics;

namespace Puddles.Runtime.Tests.Support;

/// <summary>Looks at processes from outside.</summary>
internal static class Processes
{
    public static bool IsRunning(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited && !IsZombie(processId);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static async Task WaitForExitAsync(int processId)
    {
        using var limit = new CancellationTokenSource(Limits.Hang);
        while (IsRunning(processId))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static bool IsZombie(int processId)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{processId}/stat");
            return status[(status.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
