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
    private ReadOnlyMemory<byte> _arguments;
    private readonly IBufferWriter<byte> _output;
    private readonly CallScope? _scope;
    private PuddleContext? _context;
    private int _count;

    internal TaskInvocation(TaskDefinition task, PuddleContext context, ReadOnlyMemory<byte> arguments, IBufferWriter<byte> output)
    {
        Task = task;
        _context = context;
        _arguments = arguments;
        _output = output;
    }

    /// <summary>For calls whose context is made only if somebody asks for it.</summary>
    internal TaskInvocation(TaskDefinition task, CallScope scope, ReadOnlyMemory<byte> arguments, IBufferWriter<byte> output)
    {
        Task = task;
        _scope = scope;
        _arguments = arguments;
        _output = output;
    }

    /// <summary>What a task that asks for its context gets.</summary>
    public PuddleContext Context => _context ??= _scope!.ToContext();

    /// <summary>What a task that asks for a cancellation token gets.</summary>
    public CancellationToken CancellationToken => _context?.CancellationToken ?? _scope!.CancellationToken;

    internal TaskDefinition Task { get; private set; }

    internal TaskStage Stage { get; private set; }

    /// <summary>The position of the parameter that is being read, or -1 before the first.</summary>
    internal int Position { get; private set; } = -1;

    /// <summary>The worker's head; null where it has none.</summary>
    internal ProcessHead? WorkerHead => _context is null ? _scope!.Head : _context.Head;

    internal bool IsCancellationRequested => _context?.CancellationToken.IsCancellationRequested ?? _scope!.IsCancellationRequested;

    /// <summary>Keeps the arguments beyond the time that they are lent for.</summary>
    internal void KeepArguments() => _arguments = _arguments.ToArray();

    /// <summary>Is the next call from here on, when the one before has ended.</summary>
    internal void Reuse(TaskDefinition task, ReadOnlyMemory<byte> arguments)
    {
        Task = task;
        _context = null;
        _arguments = arguments;
        _count = 0;
        Stage = TaskStage.ReadingArguments;
        Position = -1;
    }

    /// <summary>What a task that asks for a head gets.</summary>
    /// <typeparam name="THead">The head that it asks for.</typeparam>
    /// <returns>The worker's head.</returns>
    /// <exception cref="PuddleException">The worker's head is of another type, or it has none.</exception>
    public THead Head<THead>()
        where THead : ProcessHead =>
        WorkerHead as THead ?? throw new PuddleException(
            $"Task '{Task.Name}' takes the head '{typeof(THead)}', and its worker has {(WorkerHead is { } head ? $"'{head.GetType()}'" : "none")}: name the head in the pool's options, with UseHead<{typeof(THead).Name}>() or, for an InProcessPool, Head.");

    /// <summary>The arguments, one MessagePack array. Who reads them makes the reader itself: to be handed one would take longer than reading it.</summary>
    public ReadOnlyMemory<byte> Arguments => _arguments;

    /// <summary>Begins to read the arguments.</summary>
    /// <param name="reader">A reader of <see cref="Arguments"/>; left at the first argument.</param>
    /// <param name="count">How many the task takes.</param>
    /// <exception cref="PuddleSerializationException">The call carries another number.</exception>
    public void BeginArguments(ref MessagePackReader reader, int count)
    {
        _count = reader.ReadArrayHeader();
        if (_count != count)
        {
            throw new PuddleSerializationException($"the task takes {count} argument(s), and the call carries {_count}.");
        }
    }

    /// <summary>Begins to read the arguments of a task whose last parameters are optional: a caller of another build may not know them all.</summary>
    /// <param name="reader">A reader of <see cref="Arguments"/>; left at the first argument.</param>
    /// <param name="count">How many the task takes.</param>
    /// <param name="required">How many it must be given.</param>
    /// <exception cref="PuddleSerializationException">The call carries another number.</exception>
    public void BeginArguments(ref MessagePackReader reader, int count, int required)
    {
        _count = reader.ReadArrayHeader();
        if (_count < required || _count > count)
        {
            throw new PuddleSerializationException($"the task takes {required} to {count} argument(s), and the call carries {_count}.");
        }
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
    /// <returns>Where to write it; hand the writer to <see cref="EndResult"/> when the value is written.</returns>
    public IBufferWriter<byte> BeginResult()
    {
        Stage = TaskStage.WritingResult;
        return _output;
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
        var writer = new MessagePackWriter(BeginResult());
        writer.WriteNil();
        EndResult(ref writer);
    }

    /// <summary>Notes that what fails is the head around the task, at whatever stage the task is.</summary>
    internal void FailInHead() => Stage = TaskStage.Done;
}
