using Puddles.Contracts;

namespace Puddles.Hosting;

/// <summary>What a pool and its workers name a head by: the hash of its full name, as the generator computes it too.</summary>
internal static class HeadId
{
    public static ulong Of(Type head) => Fnv1a.Hash(head.FullName ?? head.Name);
}
