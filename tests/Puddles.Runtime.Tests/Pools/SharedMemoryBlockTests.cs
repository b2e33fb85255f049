namespace Puddles.Runtime.Tests.Pools;

public sealed class SharedMemoryBlockTests() : LargeBlockTests(WorkerTransport.SharedMemory);
