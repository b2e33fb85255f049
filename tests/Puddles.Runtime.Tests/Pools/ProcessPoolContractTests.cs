using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolContractTests : PoolContractTests
{
    protected override PuddlePool Create(int concurrency) => Programs.Pool(concurrency);
}
