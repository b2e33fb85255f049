using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class SocketPoolContractTests : PoolContractTests
{
    protected override PuddlePool Create(int concurrency) => Programs.Pool(concurrency, WorkerTransport.Socket);
}
