namespace Puddles.Generators.Model;

/// <summary>One of the types that a task is declared in.</summary>
/// <param name="Keywords">What it is declared with, such as <c>record struct</c>.</param>
/// <param name="Identifier">Its name as code spells it.</param>
/// <param name="Name">The type as C#, fully qualified.</param>
/// <param name="IsHidden">Whether code outside the type around it cannot name it.</param>
internal sealed record ContainerLevel(string Keywords, string Identifier, string Name, bool IsHidden);
