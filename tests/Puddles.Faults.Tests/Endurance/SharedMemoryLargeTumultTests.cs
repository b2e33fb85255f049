namespace Puddles.Faults.Tests.Endurance;

public sealed class SharedMemoryLargeTumultTests() : LargeTumultTests(WorkerTransport.SharedMemory);
