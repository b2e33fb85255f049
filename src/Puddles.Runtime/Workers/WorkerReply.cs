using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>What a worker answered to a call that it had.</summary>
/// <param name="Call">The call, or several that were sent together.</param>
/// <param name="Offset">Which of them it is.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="RunNanoseconds">How long it ran.</param>
/// <param name="Payload">Its result, or why there is none.</param>
internal readonly record struct WorkerReply(WorkerCall Call, int Offset, FrameKind Kind, ulong RunNanoseconds, ReadOnlyMemory<byte> Payload);
