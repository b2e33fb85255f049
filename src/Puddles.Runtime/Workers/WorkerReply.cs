using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>What a worker answered to a call that it had.</summary>
internal readonly record struct WorkerReply(WorkerCall Call, FrameKind Kind, ulong RunNanoseconds, ReadOnlyMemory<byte> Payload);
