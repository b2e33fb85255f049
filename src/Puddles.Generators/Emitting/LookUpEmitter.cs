namespace Puddles.Generators.Emitting;

/// <summary>Writes how a table finds a task by its id.</summary>
internal static class LookUpEmitter
{
    // The compiler takes time by the square of the cases of a switch.
    private const int MostCases = 64;

    private const int BucketCount = 256;

    public static void Emit(SourceWriter source, EquatableArray<TableEntry> entries)
    {
        (ulong Id, string Key)[] cases =
        [
            .. entries.Select(static entry => (entry.Id, entry.Key)),
            .. EarlierIds(entries).Select(static earlier => (earlier.Id, earlier.Entry.Key)),
        ];
        if (cases.Length <= MostCases)
        {
            EmitSwitch(source, "public override", "Find", cases);
            return;
        }

        IGrouping<ulong, (ulong Id, string Key)>[] buckets = [.. cases.GroupBy(static one => one.Id % BucketCount).OrderBy(static bucket => bucket.Key)];
        source.Open($"public override {Names.Definition}? Find(ulong id)");
        source.Open($"switch (id % {BucketCount})");
        foreach (IGrouping<ulong, (ulong Id, string Key)> bucket in buckets)
        {
            source.Line($"case 0x{bucket.Key:X2}: return Find{bucket.Key:X2}(id);");
        }

        source.Line("default: return null;");
        source.Close();
        source.Close();
        foreach (IGrouping<ulong, (ulong Id, string Key)> bucket in buckets)
        {
            source.Line();
            EmitSwitch(source, "private static", $"Find{bucket.Key:X2}", bucket);
        }
    }

    private static void EmitSwitch(SourceWriter source, string modifiers, string name, IEnumerable<(ulong Id, string Key)> cases)
    {
        source.Open($"{modifiers} {Names.Definition}? {name}(ulong id)");
        source.Open("switch (id)");
        foreach ((ulong id, string key) in cases)
        {
            source.Line($"case 0x{id:X16}UL: return {key}();");
        }

        source.Line("default: return null;");
        source.Close();
        source.Close();
    }

    // A given name may be what another task was called.
    private static IEnumerable<(ulong Id, TableEntry Entry)> EarlierIds(EquatableArray<TableEntry> entries) =>
        entries
            .SelectMany(static entry => entry.EarlierIds.Select(id => (Id: id, Entry: entry)))
            .GroupBy(static earlier => earlier.Id)
            .Where(same => same.Count() == 1 && entries.All(entry => entry.Id != same.Key))
            .Select(static same => same.First());
}
