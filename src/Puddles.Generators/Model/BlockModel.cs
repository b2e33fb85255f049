namespace Puddles.Generators.Model;

/// <summary>How elements lie in a block, which is copied as memory.</summary>
/// <param name="Widths">The bytes that each of their fields takes, in order; 0 for a bool, which takes one.</param>
/// <param name="Schema">The fields in the contract: what stands there beside the type of the elements; empty for a plain number.</param>
internal sealed record BlockModel(EquatableArray<int> Widths, string Schema);
