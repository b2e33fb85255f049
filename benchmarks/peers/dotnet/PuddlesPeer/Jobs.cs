using Puddles;

namespace Peers;

internal static class Jobs
{
    [PuddleTask]
    public static int Inc(int value) => Tasks.Inc(value);

    [PuddleTask]
    public static byte[] Echo(byte[] bytes) => bytes;

    [PuddleTask]
    public static int Burn(int rounds) => Tasks.Burn(rounds);

    [PuddleTask]
    public static int Nap(int milliseconds) => Tasks.Nap(milliseconds);
}
