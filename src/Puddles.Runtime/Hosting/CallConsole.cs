using System.Text;

namespace Puddles.Hosting;

/// <summary>
/// Stands before the console of this process, once a call has asked for what it writes, and tells calls apart by the flow of
/// their code: what belongs to none, or to one that has ended, goes where it went before.
/// </summary>
internal sealed class CallConsole(TextWriter before, bool isError) : TextWriter(before.FormatProvider)
{
    private static readonly AsyncLocal<CallOutput?> Current = new();
    private static readonly Lock Gate = new();
    private static TextWriter? _installedOut;
    private static TextWriter? _installedError;

    public override Encoding Encoding => before.Encoding;

    /// <summary>Runs a call whose output is wanted.</summary>
    /// <param name="output">Who wants it.</param>
    /// <param name="run">Runs the call; does not throw.</param>
    public static async ValueTask<DispatchOutcome> RunAsync(CallOutput output, Func<ValueTask<DispatchOutcome>> run)
    {
        Install();
        Current.Value = output;
        DispatchOutcome outcome = await run().ConfigureAwait(false);
        output.Close();
        return outcome;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Current.Value?.TryTake(isError, buffer) is not true)
        {
            before.Write(buffer);
        }
    }

    public override void Flush() => before.Flush();

    private static void Install()
    {
        lock (Gate)
        {
            // A task may have set others since.
            if (Console.Out != _installedOut)
            {
                Console.SetOut(new CallConsole(Console.Out, isError: false));
                _installedOut = Console.Out;
            }

            if (Console.Error != _installedError)
            {
                Console.SetError(new CallConsole(Console.Error, isError: true));
                _installedError = Console.Error;
            }
        }
    }
}
