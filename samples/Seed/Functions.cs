using Puddles;

namespace Samples;

/// <summary>The functions that the document's other examples run.</summary>
internal static class Functions
{
    [PuddleTask]
    public static string Egg()
    {
        Thread.Sleep(Pace.Seconds(3));
        return "egg";
    }

    [PuddleTask]
    public static async Task<int> Wait(int timeout = 3)
    {
        await Task.Delay(Pace.Seconds(timeout));
        return timeout;
    }

    [PuddleTask]
    public static int Block(int timeout = 3)
    {
        Thread.Sleep(Pace.Seconds(timeout));
        return timeout;
    }

    [PuddleTask]
    public static Task<int> Index(int index = -1, string? foo = null, string? roo = null, string? elk = null) => Task.FromResult(index);

    [PuddleTask]
    public static int Other(int index = 909) => index;

    /// <summary>The context is filled in, and not shown to callers.</summary>
    [PuddleTask]
    public static int Position(PuddleContext context) => context.Index;

    [PuddleTask]
    public static int[] Cores() => Cpu.GetCores();

    [PuddleTask]
    public static int[] CoreSetter(int core)
    {
        Cpu.SetCores(core);
        return Cpu.GetCores();
    }

    [PuddleTask]
    public static int Hold(int bytes) => new byte[bytes].Length;

    [PuddleTask]
    public static int Process()
    {
        Thread.Sleep(Pace.Seconds(1));
        return Environment.ProcessId;
    }
}
