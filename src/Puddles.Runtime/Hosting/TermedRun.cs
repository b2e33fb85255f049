using Puddles.Processors;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>One call under terms of its own; calls without any do not come here.</summary>
internal static class TermedRun
{
    /// <summary>Sees to the terms, runs the call, and takes them back. Does not throw.</summary>
    /// <param name="terms">What the call asks for.</param>
    /// <param name="output">Where it says why it cannot have that.</param>
    /// <param name="console">Takes what it writes, where the terms say so.</param>
    /// <param name="run">Runs the call; does not throw.</param>
    public static async ValueTask<DispatchOutcome> RunAsync(CallTerms terms, PayloadBuffer output, CallOutput.Taker console, Func<ValueTask<DispatchOutcome>> run)
    {
        CoreSet? before = null;
        try
        {
            if (terms.Cores is { } cores)
            {
                before = Affinity.Get();
                Affinity.Set(cores);
            }
        }
        catch (Exception error) when (error is ArgumentException or PlatformNotSupportedException)
        {
            Failure.WriteThrown(output, error);
            return DispatchOutcome.Failure;
        }

        DispatchOutcome outcome = terms.CapturesOutput
            ? await CallConsole.RunAsync(new CallOutput(console), run).ConfigureAwait(false)
            : await run().ConfigureAwait(false);
        if (before is not null)
        {
            Restore(before);
        }

        return outcome;
    }

    private static void Restore(CoreSet before)
    {
        try
        {
            Affinity.Set(before);
        }
        catch (ArgumentException)
        {
            // They were taken from this process meanwhile, and the system has moved it where it may be.
        }
    }
}
