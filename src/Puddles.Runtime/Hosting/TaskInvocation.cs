using System.Buffers;
using System.ComponentModel;
using MessagePack;

namespace Puddles.Hosting;

/// <summary>
/// One run of a task, as generated code sees it: where the arguments come from and where the result goes. It notes
/// the stage as it passes, so that generated code needs no exception handling of its own. Used by one thread at a time.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskInvocation
{
    private readonly ReadOnlyMemory<byte> _arguments;
    private readonly IBufferWriter<byte> _output;
    private int _count;

    internal TaskInvocation(TaskDefinition task, PuddleContext context, ReadOnlyMemory<byte> arguments, IBufferWriter<byte> output)
    {
        Task = task;
        Context = context;
        _arguments = arguments;
        _output = output;
    }

    /// <summary>What a task that asks for its context gets.</summary>
    public PuddleContext Context { get; }

    /// <summary>What a task that asks for a cancellation token gets.</summary>
    public CancellationToken CancellationToken => Context.CancellationToken;

    internal TaskDefinition Task { get; }

    internal TaskStage Stage { get; private set; }

    /// <summary>The position of the parameter that is being read, or -1 before the first.</summary>
    internal int Position { get; private set; } = -1;

    /// <summary>What a task that asks for a head gets.</summary>
    /// <typeparam name="THead">The head that it asks for.</typeparam>
    /// <returns>The worker's head.</returns>
    /// <exception cref="PuddleException">The worker's head is of another type, or it has none.</exception>
    public THead Head<THead>()
        where THead : ProcessHead =>
        Context.Head as THead ?? throw new PuddleException(
            $"Task '{Task.Name}' takes the head '{typeof(THead)}', and its worker has {(Context.Head is { } head ? $"'{head.GetType()}'" : "none")}: name the head in the pool's options, with UseHead<{typeof(THead).Name}>() or, for an InProcessPool, Head.");

    /// <summary>Begins to read the arguments.</summary>
    /// <param name="count">How many the task takes.</param>
    /// <returns>A reader, positioned at the first argument.</returns>
    /// <exception cref="PuddleSerializationException">The call carries another number.</exception>
    public MessagePackReader BeginArguments(int count)
    {
        var reader = new MessagePackReader(_arguments);
        int actual = reader.ReadArrayHeader();
        return actual == count
            ? reader
            : throw new PuddleSerializationException($"the task takes {count} argument(s), and the call carries {actual}.");
    }

    /// <summary>Begins to read the arguments of a task whose last parameters are optional: a caller of another build may not know them all.</summary>
    /// <param name="count">How many the task takes.</param>
    /// <param name="required">How many it must be given.</param>
    /// <returns>A reader, positioned at the first argument.</returns>
    /// <exception cref="PuddleSerializationException">The call carries another number.</exception>
    public MessagePackReader BeginArguments(int count, int required)
    {
        var reader = new MessagePackReader(_arguments);
        _count = reader.ReadArrayHeader();
        return _count >= required && _count <= count
            ? reader
            : throw new PuddleSerializationException($"the task takes {required} to {count} argument(s), and the call carries {_count}.");
    }

    /// <summary>Whether the call carries an optional argument; asked of those of a task that has some.</summary>
    /// <param name="position">Its position, from 0.</param>
    /// <returns>False where the task is to use its default.</returns>
    public bool Has(int position) => position < _count;

    /// <summary>Notes which argument is read next.</summary>
    /// <param name="position">Its position, from 0.</param>
    public void Reading(int position) => Position = position;

    /// <summary>Notes that all arguments are read and the method is called next.</summary>
    /// <param name="reader">The reader, which must stand at the end.</param>
    /// <exception cref="PuddleSerializationException">Bytes are left over.</exception>
    public void EndArguments(ref MessagePackReader reader)
    {
        if (!reader.End)
        {
            throw new PuddleSerializationException("bytes are left over after the last argument.");
        }

        Stage = TaskStage.Running;
    }

    /// <summary>Begins to write the result, which is one MessagePack value.</summary>
    /// <returns>A writer; hand it to <see cref="EndResult"/> when the value is written.</returns>
    public MessagePackWriter BeginResult()
    {
        Stage = TaskStage.WritingResult;
        return new MessagePackWriter(_output);
    }

    /// <summary>Notes that the result is written.</summary>
    /// <param name="writer">The writer that the result went to.</param>
    public void EndResult(ref MessagePackWriter writer)
    {
        writer.Flush();
        Stage = TaskStage.Done;
    }

    /// <summary>Writes the result of a method that returns none, which is nil.</summary>
    public void EndWithoutResult()
    {
        MessagePackWriter writer = BeginResult();
        writer.WriteNil();
        EndResult(ref writer);
    }

    /// <summary>Notes that what fails is the head around the task, at whatever stage the task is.</summary>
    internal void FailInHead() => Stage = TaskStage.Done;
}
