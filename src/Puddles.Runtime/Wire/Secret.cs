using System.Security.Cryptography;

namespace Puddles.Wire;

/// <summary>What each side proves itself with, once, before anything else is read.</summary>
internal static class Secret
{
    public const int Bytes = 32;

    public static byte[] Create()
    {
        byte[] secret = new byte[Bytes];
        if (OperatingSystem.IsWindows())
        {
            RandomNumberGenerator.Fill(secret);
        }
        else
        {
            // The same source that the framework draws on, without loading OpenSSL for it, which takes 3 ms.
            using FileStream random = new("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            random.ReadExactly(secret);
        }

        return secret;
    }

    public static bool Matches(ReadOnlySpan<byte> presented, ReadOnlySpan<byte> expected) =>
        CryptographicOperations.FixedTimeEquals(presented, expected);
}
