namespace Puddles.Generators.Model;

/// <summary>How a sequence is walked and made.</summary>
/// <param name="Shape">In which of the ways.</param>
/// <param name="Items">The runtime's method that gives the elements.</param>
/// <param name="Make">The runtime's method that makes the sequence of an array; empty for an array itself.</param>
internal sealed record SequenceForm(SequenceShape Shape, string Items, string Make);
