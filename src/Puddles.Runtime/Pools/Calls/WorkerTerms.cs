namespace Puddles;

/// <summary>How workers of another build have a task, and how a call of it reaches them.</summary>
/// <param name="TaskId">What they know it by.</param>
/// <param name="Contract">Their fingerprint of it; 0 while it is only asked for.</param>
/// <param name="Count">How many arguments they are sent.</param>
internal sealed record WorkerTerms(ulong TaskId, ulong Contract, int Count);
