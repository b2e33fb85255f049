using Puddles.ToyEngine;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>An engine of a few lines, from outside of the library, keeps every promise.</summary>
public sealed class ToyPoolTests : PoolContractTests
{
    protected override PuddlePool Create(int concurrency) => new ToyPool(concurrency);
}
