using System.Text;

namespace Puddles.Hosting;

/// <summary>What a pool and its workers name a head by: the 64-bit FNV-1a hash of the UTF-8 bytes of its full name, as the generator computes it too.</summary>
internal static class HeadId
{
    private const ulong OffsetBasis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    public static ulong Of(Type head)
    {
        ulong hash = OffsetBasis;
        foreach (byte value in Encoding.UTF8.GetBytes(head.FullName ?? head.Name))
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return hash;
    }
}
