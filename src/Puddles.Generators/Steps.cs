using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Puddles.Generators;

/// <summary>What the wiring does to lists on their way.</summary>
internal static class Steps
{
    private const int BucketCount = 256;

    /// <summary>
    /// The items in buckets by a name of theirs. The driver compares lists place by place, so a new item would else make all
    /// that follow it seem new, too.
    /// </summary>
    public static IEnumerable<EquatableArray<T>> Buckets<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T>
    {
        ILookup<ulong, T> buckets = items.ToLookup(item => Fnv1a.Hash(name(item)) % BucketCount);
        for (ulong bucket = 0; bucket < BucketCount; bucket++)
        {
            yield return new EquatableArray<T>(buckets[bucket].OrderBy(name, StringComparer.Ordinal));
        }
    }

    /// <summary>Each type once, in an order that does not depend on where it is used first.</summary>
    public static IEnumerable<TypeModel> Distinct(ImmutableArray<EquatableArray<TypeModel>> all) =>
        all.SelectMany(static types => types)
            .GroupBy(static type => type.Codec.Class, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.First());

    /// <summary>Whether this build is the one that writes the manifest.</summary>
    public static bool WritesManifest(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.PuddlesContract", out string? value)
        && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The entries by id. Of two with the same id, which the analyzer reports, one is kept.</summary>
    public static EquatableArray<TableEntry> Sorted(ImmutableArray<TableEntry> all) =>
        new(all.OrderBy(static entry => entry.Id)
            .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
            .GroupBy(static entry => entry.Id)
            .Select(static group => group.First()));
}
