using Puddles;

namespace Samples;

internal static class Jobs
{
    [PuddleTask]
    public static int Square(int x) => x * x;

    [PuddleTask]
    public static int ProcessId() => Environment.ProcessId;

    /// <summary>Computes for ever and listens to nobody, as a library may that knows no tokens.</summary>
    [PuddleTask]
    public static void Spin()
    {
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    /// <summary>Waits for ever, but heeds its caller.</summary>
    [PuddleTask]
    public static Task Wait(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
}
