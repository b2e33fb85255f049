namespace Puddles;

/// <summary>A call as workers of another build take it.</summary>
/// <param name="Terms">How they have the task.</param>
/// <param name="Arguments">The arguments that they know.</param>
/// <param name="Round">How often the call was refused until it came to this.</param>
internal sealed record AdaptedCall(WorkerTerms Terms, ReadOnlyMemory<byte> Arguments, int Round);
