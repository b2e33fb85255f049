namespace Puddles.Runtime.Tests.Pools;

public sealed class SocketBlockTests() : LargeBlockTests(WorkerTransport.Socket);
