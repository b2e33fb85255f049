using MessagePack;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Sends a task what no well-behaved caller sends.</summary>
internal static class Hostility
{
    private const int MostBytes = 100_000;

    /// <summary>Cuts the arguments everywhere and changes every byte.</summary>
    public static async Task Try(PuddleUnit unit)
    {
        byte[] whole = Call.Encode(unit);
        for (int length = 0; length < whole.Length; length++)
        {
            Check.That(await IsRefused(unit, whole[..length]), $"{unit.Task.Name} took {length} of {whole.Length} bytes.");
        }

        Check.That(await IsRefused(unit, [.. whole, 0]), $"{unit.Task.Name} took a byte too many.");
        for (int position = 0; position < whole.Length; position++)
        {
            foreach (byte value in new byte[] { 0x00, 0x7F, 0x80, 0x8F, 0x9F, 0xA0, 0xC0, 0xC1, 0xC6, 0xCF, 0xD3, 0xDB, 0xDD, 0xDF, 0xFF })
            {
                byte[] changed = [.. whole];
                changed[position] = value;

                // Once more where it was much: the runtime makes some things when it first needs them.
                if (await Allocated(unit, changed) > MostBytes)
                {
                    long allocated = await Allocated(unit, changed);
                    Check.That(allocated <= MostBytes, $"{unit.Task.Name} allocated {allocated} bytes.");
                }
            }
        }
    }

    /// <summary>How many bytes of memory it takes to read arguments, or to refuse them.</summary>
    public static async Task<long> Allocated(PuddleUnit unit, byte[] arguments)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        await IsRefused(unit, arguments);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // Whatever else comes out, such as a null reference or an index out of range, is a fault of the codec.
    public static async Task<bool> IsRefused(PuddleUnit unit, byte[] arguments)
    {
        try
        {
            await Call.Invoke(unit.Task.Id, arguments);
            return false;
        }
        catch (Exception error) when (error is PuddleSerializationException or MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return true;
        }
    }
}
