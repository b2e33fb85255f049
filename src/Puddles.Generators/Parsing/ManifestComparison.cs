namespace Puddles.Generators.Parsing;

/// <summary>Compares the tasks of the code with those of a manifest.</summary>
internal static class ManifestComparison
{
    /// <summary>Each task of the manifest with what has become of it in the code: the task of its id, or one that answers to it.</summary>
    public static IEnumerable<(ManifestTask Then, ManifestTask? Now)> Pair(IReadOnlyList<ManifestTask> manifest, IReadOnlyList<ManifestTask> code)
    {
        foreach (ManifestTask then in manifest)
        {
            yield return (then, code.FirstOrDefault(now => now.Id == then.Id)
                ?? code.FirstOrDefault(now => IsSame(then, now)));
        }
    }

    /// <summary>Whether two tasks answer to a name of each other.</summary>
    public static bool IsSame(ManifestTask then, ManifestTask now) =>
        now.Id == then.Id || now.EarlierIds.Contains(then.Id) || then.EarlierIds.Contains(now.Id);

    /// <summary>How a change breaks the contract, as a sentence; null where both builds work together, whichever calls.</summary>
    public static string? Breach(ManifestTask then, ManifestTask now)
    {
        if (then.Schema == now.Schema)
        {
            return null;
        }

        Schema earlier = Schema.Parse(then.Schema);
        Schema later = Schema.Parse(now.Schema);
        SchemaDifference? served = ContractCheck.Find(caller: earlier, worker: later);
        SchemaDifference? calls = ContractCheck.Find(caller: later, worker: earlier);
        return (served, calls) switch
        {
            (null, null) => null,
            ({ } difference, null) => $"Earlier callers cannot call it any more: {difference.Describe("in the manifest", "in the code")}",
            (null, { } difference) => $"Earlier workers cannot take its calls: {difference.Describe("in the code", "in the manifest")}",
            ({ } difference, _) => $"Earlier and later builds cannot work together: {difference.Describe("in the manifest", "in the code")}",
        };
    }
}
