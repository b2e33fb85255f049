namespace Puddles.Generators.ExecutionTests;

/// <summary>Checks that need no test framework, so that they run as native code too.</summary>
internal static class Check
{
    public static void That(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new CheckFailedException(otherwise);
        }
    }

    /// <summary>Takes a value through a task that gives it back, whose result must be the same bytes.</summary>
    public static async Task ComesBackEqual(PuddleUnit unit)
    {
        // The arguments are an array of one value.
        byte[] arguments = Call.Encode(unit);
        byte[] result = await Call.Invoke(unit.Task.Id, arguments);
        That(result.Length > 0 && arguments.AsSpan(1).SequenceEqual(result), $"{unit.Task.Name} gave back {Convert.ToHexString(result)} for {Convert.ToHexString(arguments)}.");
    }
}
