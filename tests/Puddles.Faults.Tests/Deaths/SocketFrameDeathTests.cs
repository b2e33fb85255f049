namespace Puddles.Faults.Tests.Deaths;

public sealed class SocketFrameDeathTests() : FrameDeathTests(WorkerTransport.Socket);
