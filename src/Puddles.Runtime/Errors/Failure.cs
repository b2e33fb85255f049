using System.Globalization;
using MessagePack;
using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles;

/// <summary>
/// The failure of a call as bytes: a MessagePack array of a <see cref="FailureKind"/>, a position, a text and an
/// exception, each but the first nil where the kind has no use for it. Written by a worker, read by the caller.
/// </summary>
internal static class Failure
{
    private const int Elements = 4;

    /// <summary>Writes why an invocation failed, put down to the stage that it had come to.</summary>
    public static void WriteInvocation(PayloadBuffer output, TaskInvocation invocation, Exception error)
    {
        switch (invocation.Stage)
        {
            case TaskStage.ReadingArguments:
                Write(output, FailureKind.ArgumentsUnreadable, invocation.Position, ReadPath.Take(error), error);
                break;
            case TaskStage.WritingResult when error is PayloadTooLargeException:
                Write(output, FailureKind.ResultTooLarge, output.Limit - output.Length, null, null);
                break;
            case TaskStage.WritingResult:
                Write(output, FailureKind.ResultUnwritable, 0, null, error);
                break;
            default:
                Write(output, FailureKind.Thrown, 0, null, error);
                break;
        }
    }

    /// <summary>Writes that this process has no task of an id.</summary>
    public static void WriteUnknownTask(PayloadBuffer output, ulong taskId) =>
        Write(output, FailureKind.UnknownTask, 0, taskId.ToString("x16", CultureInfo.InvariantCulture), null);

    /// <summary>Writes what this process has for a task that the caller knows otherwise.</summary>
    public static void WriteContractMismatch(PayloadBuffer output, TaskDefinition task) =>
        Write(output, FailureKind.ContractMismatch, 0, task.Schema, null);

    /// <summary>Writes that the head of this process threw while it was made or set up.</summary>
    public static void WriteThrown(PayloadBuffer output, Exception error) =>
        Write(output, FailureKind.Thrown, 0, null, error);

    /// <summary>Writes that this process has no head of an id.</summary>
    public static void WriteUnknownHead(PayloadBuffer output, ulong headId) =>
        Write(output, FailureKind.UnknownHead, 0, headId.ToString("x16", CultureInfo.InvariantCulture), null);

    /// <summary>Reads the failure of a call. Whatever the bytes, it returns an exception and throws none.</summary>
    public static Exception Read(ReadOnlyMemory<byte> failure, TaskDefinition definition) =>
        Read(failure, $"Task '{definition.Name}'", (kind, position, text, thrown) => Describe(kind, position, text, thrown, definition));

    /// <summary>Reads of what kind a failure is, and no more; throws nothing.</summary>
    public static FailureKind? ReadKind(ReadOnlyMemory<byte> failure)
    {
        try
        {
            var reader = new MessagePackReader(failure);
            return reader.ReadArrayHeader() == Elements ? (FailureKind)reader.ReadInt32() : null;
        }
        catch (Exception error) when (error is MessagePackSerializationException or OverflowException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Reads why a worker has no head. Whatever the bytes, it returns an exception and throws none.</summary>
    /// <param name="failure">The bytes.</param>
    /// <param name="headName">The head that it should have.</param>
    public static Exception ReadStart(ReadOnlyMemory<byte> failure, string headName) =>
        Read(failure, $"Head '{headName}'", (kind, _, text, thrown) => kind switch
        {
            FailureKind.Thrown when thrown is not null => thrown,
            FailureKind.UnknownHead => new PuddleException(
                $"The worker has no head '{headName}' (id {text}). Its program must be of the same build as the pool's, its executable project must reference Puddles and the project that declares the head, and the head must be a class that is neither abstract nor generic, with a constructor without parameters."),
            _ => throw new PuddleSerializationException($"its kind is {(int)kind}."),
        });

    /// <summary>The schema that a worker of another build has, of the failure by which it refused a call; empty where there is none.</summary>
    public static string ReadWorkerSchema(ReadOnlyMemory<byte> failure)
    {
        try
        {
            var reader = new MessagePackReader(failure);
            reader.ReadArrayHeader();
            reader.ReadInt32();
            reader.ReadInt32();
            return reader.ReadString() ?? "";
        }
        catch (Exception error) when (error is MessagePackSerializationException or OverflowException or EndOfStreamException)
        {
            return "";
        }
    }

    private static Exception Read(ReadOnlyMemory<byte> failure, string who, Func<FailureKind, int, string?, Exception?, Exception> describe)
    {
        try
        {
            var reader = new MessagePackReader(failure);
            if (reader.ReadArrayHeader() != Elements)
            {
                throw new PuddleSerializationException("it has another number of elements.");
            }

            var kind = (FailureKind)reader.ReadInt32();
            int position = reader.ReadInt32();
            string? text = reader.ReadString();
            Exception? thrown = reader.TryReadNil() ? null : ExceptionReader.Read(ref reader);
            return reader.End
                ? describe(kind, position, text, thrown)
                : throw new PuddleSerializationException("bytes are left over after it.");
        }
        catch (Exception error)
        {
            return new PuddleSerializationException($"{who} failed, and its failure could not be read: {error.Message}", error);
        }
    }

    private static Exception Describe(FailureKind kind, int position, string? text, Exception? thrown, TaskDefinition task) => kind switch
    {
        FailureKind.Thrown when thrown is not null => thrown,
        FailureKind.ArgumentsUnreadable => new PuddleSerializationException(
            position < 0
                ? $"The arguments of task '{task.Name}' could not be read: {thrown?.Message}"
                : $"The argument '{task.ParameterName(position)}' of task '{task.Name}' could not be read{At(text)}: {thrown?.Message}",
            thrown),
        FailureKind.ResultUnwritable => new PuddleSerializationException($"The result of task '{task.Name}' could not be written: {thrown?.Message}", thrown),
        FailureKind.ResultTooLarge => PayloadTooLargeException.For("result", task.Name, position),
        FailureKind.UnknownTask => new PuddleException(
            $"The worker has no task '{task.Name}' (id {text}). Its program must be of the same build as the caller's, and its executable project must reference Puddles and the project that declares the task."),
        FailureKind.ContractMismatch => new PuddleException(ContractDifference.Describe(task, text ?? "")),
        _ => throw new PuddleSerializationException($"its kind is {(int)kind}."),
    };

    private static string At(string? path) => path is null ? "" : $" at '{path}'";

    private static void Write(PayloadBuffer output, FailureKind kind, int position, string? text, Exception? error)
    {
        int start = output.Length;
        try
        {
            Write(output, kind, position, text, error, FailureBudget.Usual());
        }
        catch (PayloadTooLargeException)
        {
            // A call must be answered whatever the limit; this answer is of a few hundred bytes.
            output.Truncate(start);
            int limit = output.Limit;
            output.Limit = int.MaxValue;
            Write(output, kind, position, text, error, FailureBudget.Least());
            output.Limit = limit;
        }
    }

    private static void Write(PayloadBuffer output, FailureKind kind, int position, string? text, Exception? error, FailureBudget budget)
    {
        var writer = new MessagePackWriter(output);
        writer.WriteArrayHeader(Elements);
        writer.Write((int)kind);
        writer.Write(position);
        writer.Write(budget.Take(text));
        if (error is null)
        {
            writer.WriteNil();
        }
        else
        {
            budget.TakeExceptions(1);
            ExceptionWriter.Write(ref writer, error, budget, depth: 0);
        }

        writer.Flush();
    }
}
