using Puddles;

namespace Samples;

internal static class Jobs
{
    [PuddleTask]
    public static bool IsPrime(int number, PrimeHead head) => head.IsPrime(number);

    [PuddleTask]
    public static int Loads(PrimeHead head) => head.Loads;
}
