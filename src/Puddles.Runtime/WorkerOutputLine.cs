namespace Puddles;

/// <summary>A line that a worker wrote to its standard output or error.</summary>
/// <param name="WorkerId">The number of the worker in its pool, from 1.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="IsError">Whether it was written to standard error.</param>
/// <param name="Text">The line, without its end. One of more than 65,536 characters comes in several; what is no UTF-8 as U+FFFD.</param>
public readonly record struct WorkerOutputLine(int WorkerId, int ProcessId, bool IsError, string Text);
