using System.Collections.ObjectModel;
using MessagePack;

namespace Puddles;

/// <summary>
/// Writes an exception and its inner ones: an array of type, message, stack, HResult, a map of details and an array of
/// inner exceptions. Getters that throw are the user's; what they refuse to tell is left out.
/// </summary>
internal static class ExceptionWriter
{
    public const int Elements = 6;

    public static void Write(ref MessagePackWriter writer, Exception error, FailureBudget budget, int depth)
    {
        string type = error.GetType().FullName ?? error.GetType().Name;
        ExceptionDetails details = ExceptionDetails.Of(error);
        ReadOnlyCollection<Exception> inners = InnersOf(error);
        int kept = depth + 1 < FailureBudget.MaxDepth ? budget.TakeExceptions(inners.Count) : 0;

        writer.WriteArrayHeader(Elements);
        writer.Write(budget.Take(type));
        writer.Write(budget.Take(MessageOf(error, type, details, inners)) + LeftOut(inners.Count - kept));
        writer.Write(budget.Take(StackOf(error)));
        writer.Write(error.HResult);
        writer.WriteMapHeader(details.Items.Count);
        foreach ((string name, string value) in details.Items)
        {
            writer.Write(name);
            writer.Write(budget.Take(value));
        }

        writer.WriteArrayHeader(kept);
        for (int i = 0; i < kept; i++)
        {
            Write(ref writer, inners[i], budget, depth + 1);
        }
    }

    private static ReadOnlyCollection<Exception> InnersOf(Exception error) => error switch
    {
        AggregateException { InnerExceptions: var all } => all,
        { InnerException: { } cause } => new([cause]),
        _ => ReadOnlyCollection<Exception>.Empty,
    };

    private static string MessageOf(Exception error, string type, ExceptionDetails details, IReadOnlyList<Exception> inners)
    {
        try
        {
            string message = error.Message ?? "";

            // What the type adds to its message by itself, it adds again where it is put together again.
            string? added = KnownExceptions.Make(type, new("", details, null, inners))?.Message;
            return added is null || !message.EndsWith(added, StringComparison.Ordinal) ? message : message[..^added.Length];
        }
        catch (Exception failed)
        {
            return $"(its Message threw {failed.GetType().FullName})";
        }
    }

    private static string? StackOf(Exception error)
    {
        try
        {
            return error.StackTrace;
        }
        catch (Exception failed)
        {
            return $"   (its StackTrace threw {failed.GetType().FullName})";
        }
    }

    private static string LeftOut(int count) => count > 0 ? $" [{count:N0} inner exception(s) left out]" : "";
}
