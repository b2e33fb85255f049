namespace Benchmarks.Measuring;

/// <summary>A fast wrong answer is no figure.</summary>
internal static class Check
{
    public static void That(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("A call gave a wrong answer.");
        }
    }
}
