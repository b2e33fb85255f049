namespace Puddles.Generators.Diagnostics;

/// <summary>One place where code uses a static.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="User">The method that uses it.</param>
/// <param name="Location">Where.</param>
/// <param name="Reads">Whether it looks at the value.</param>
/// <param name="Writes">Whether it changes it.</param>
internal sealed record StaticUse(ISymbol Member, IMethodSymbol User, Location Location, bool Reads, bool Writes);
