namespace Puddles.Generators.Model;

/// <summary>A task as the table knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">The name of its generated types.</param>
/// <param name="Definition">The code that gives its definition.</param>
internal sealed record TableEntry(ulong Id, string Key, string Definition);
