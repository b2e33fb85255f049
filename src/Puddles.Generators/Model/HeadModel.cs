namespace Puddles.Generators.Model;

/// <summary>A head as the table knows it.</summary>
/// <param name="Id">The hash of its full name.</param>
/// <param name="Key">The name of the method that makes it.</param>
/// <param name="Type">The type as C#.</param>
/// <param name="IsPlain">Whether it leaves RunAsync as it is.</param>
internal sealed record HeadModel(ulong Id, string Key, string Type, bool IsPlain);
