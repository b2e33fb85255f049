using Puddles;

namespace Benchmarks;

/// <summary>Tasks that have the values as argument and result, for their generated codecs; none is run.</summary>
internal static class Tasks
{
    [PuddleTask] public static Person Of(Person x) => x;
    [PuddleTask] public static KeyedPerson Of(KeyedPerson x) => x;
    [PuddleTask] public static List<Person> Of(List<Person> x) => x;
    [PuddleTask] public static List<KeyedPerson> Of(List<KeyedPerson> x) => x;
    [PuddleTask] public static Dictionary<string, string> Of(Dictionary<string, string> x) => x;
    [PuddleTask] public static double[] Of(double[] x) => x;
}
