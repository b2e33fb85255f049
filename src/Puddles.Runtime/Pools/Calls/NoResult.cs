namespace Puddles;

/// <summary>The result of a task that returns none.</summary>
internal readonly struct NoResult;
