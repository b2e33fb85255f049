using System.Globalization;
using System.Runtime.CompilerServices;

namespace Puddles.Generators.Parsing.Surfaces;

/// <summary>Numbers for objects of the compiler that never change, so that two can be told apart without keeping either.</summary>
internal static class SerialNumbers
{
    private static readonly ConditionalWeakTable<object, string> Numbers = new();

    private static long _last;

    /// <summary>The number of an object, which no other has or ever gets.</summary>
    public static string Of(object value) =>
        Numbers.GetValue(value, static _ => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture));
}
