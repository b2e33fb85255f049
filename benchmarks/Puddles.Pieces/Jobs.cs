using Puddles;

namespace Benchmarks;

internal static class Jobs
{
    [PuddleTask]
    public static int Inc(int value) => value + 1;

    [PuddleTask]
    public static byte[] Echo(byte[] bytes) => bytes;
}
