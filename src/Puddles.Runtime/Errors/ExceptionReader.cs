using System.Runtime.ExceptionServices;
using MessagePack;

namespace Puddles;

/// <summary>Reads what <see cref="ExceptionWriter"/> wrote. What it reads is not trusted: depth and number are bounded, and types are made by a fixed list.</summary>
internal static class ExceptionReader
{
    public static Exception Read(ref MessagePackReader reader)
    {
        int remaining = FailureBudget.MaxExceptions;
        return Read(ref reader, depth: 0, ref remaining);
    }

    private static Exception Read(ref MessagePackReader reader, int depth, ref int remaining)
    {
        if (depth >= FailureBudget.MaxDepth || --remaining < 0 || reader.ReadArrayHeader() != ExceptionWriter.Elements)
        {
            throw new PuddleSerializationException("it is not an exception, or one that is too deep.");
        }

        string type = reader.ReadString() ?? "";
        string message = reader.ReadString() ?? "";
        string? stack = reader.ReadString();
        int code = reader.ReadInt32();

        var details = new ExceptionDetails();
        for (int left = reader.ReadMapHeader(); left > 0; left--)
        {
            details.Add(reader.ReadString() ?? "", reader.ReadString());
        }

        var inners = new List<Exception>();
        for (int left = reader.ReadArrayHeader(); left > 0; left--)
        {
            inners.Add(Read(ref reader, depth + 1, ref remaining));
        }

        Exception error = Rebuild(type, stack, new(message, details, null, inners));
        error.HResult = code;
        return error;
    }

    private static Exception Rebuild(string type, string? stack, ExceptionParts parts)
    {
        Exception? inner = parts.Inners.Count > 1 ? new AggregateException(parts.Inners) : parts.Inners.Count == 1 ? parts.Inners[0] : null;
        Exception? known = KnownExceptions.Make(type, parts);
        if (known is AggregateException && stack is not null)
        {
            // Its cause is the first of its inner exceptions, so where it was thrown has to be told another way.
            ExceptionDispatchInfo.SetRemoteStackTrace(known, stack);
        }

        if (known is AggregateException)
        {
            return known;
        }

        if (type == KnownExceptions.RemoteTask)
        {
            return new RemoteTaskException(parts.Message, inner)
            {
                RemoteType = parts.Details.Text(ExceptionDetails.TypeName) ?? "",
                RemoteStackTrace = stack,
            };
        }

        var remote = new RemoteTaskException($"{type}: {known?.Message ?? parts.Message}", inner) { RemoteType = type, RemoteStackTrace = stack };
        return known is null ? remote : ExceptionCause.Attach(KnownExceptions.Make(type, parts with { Cause = remote })!, remote);
    }
}
