namespace Puddles.Generators.Model;

/// <summary>A task as the table knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EarlierIds">What callers of earlier builds may know it by.</param>
/// <param name="Key">The name of its generated types.</param>
/// <param name="Definition">The code that gives its definition.</param>
internal sealed record TableEntry(ulong Id, EquatableArray<ulong> EarlierIds, string Key, string Definition);
