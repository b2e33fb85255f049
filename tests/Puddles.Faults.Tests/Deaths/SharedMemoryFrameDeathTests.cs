namespace Puddles.Faults.Tests.Deaths;

public sealed class SharedMemoryFrameDeathTests() : FrameDeathTests(WorkerTransport.SharedMemory);
