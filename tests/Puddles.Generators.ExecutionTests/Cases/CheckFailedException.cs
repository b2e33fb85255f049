namespace Puddles.Generators.ExecutionTests;

/// <summary>A check found what should not be.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
