namespace Puddles.Generators.Model;

/// <summary>What a constructor takes.</summary>
/// <param name="Member">The position of the member behind it.</param>
/// <param name="Cast">The type of the parameter as C#, where it is another than the member's; else empty.</param>
internal sealed record KeyedArgument(int Member, string Cast);
