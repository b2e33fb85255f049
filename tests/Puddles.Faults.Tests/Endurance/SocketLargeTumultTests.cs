namespace Puddles.Faults.Tests.Endurance;

public sealed class SocketLargeTumultTests() : LargeTumultTests(WorkerTransport.Socket);
