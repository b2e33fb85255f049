namespace Puddles.Generators.Model;

/// <summary>A parameter as the manifest has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the schema.</param>
/// <param name="Default">Its default as C#; null where it has none.</param>
internal sealed record ManifestParameter(string Name, string Type, string? Default);
