namespace Samples;

/// <summary>The document sleeps for seconds; here a second is short, so that all of it runs in a few.</summary>
internal static class Pace
{
    /// <summary>How long some of the document's seconds are here.</summary>
    public static TimeSpan Seconds(double count) => TimeSpan.FromMilliseconds(30 * count);
}
