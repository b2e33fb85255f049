namespace Puddles.Generators.Model;

/// <summary>What the helpers call the parameters that are their own, so that they differ from the task's.</summary>
/// <param name="Pool">The pool to run on.</param>
/// <param name="CancellationToken">The caller's token.</param>
/// <param name="Count">How many units.</param>
internal sealed record HelperNames(string Pool, string CancellationToken, string Count);
