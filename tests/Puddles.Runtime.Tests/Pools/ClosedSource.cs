using System.Collections;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Throws when it is asked for its enumerator.</summary>
internal sealed class ClosedSource : IEnumerable<PuddleUnit<int>>
{
    public IEnumerator<PuddleUnit<int>> GetEnumerator() => throw new FormatException("closed");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
