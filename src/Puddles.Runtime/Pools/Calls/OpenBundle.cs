using System.Buffers.Binary;
using MessagePack;
using Puddles.Hosting;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles;

/// <summary>
/// Calls of a batch that are not sent yet because more may come that can go with them. The batch adds, and takes them out
/// when they are enough or no more is to be had at once; where its source lets it wait, <see cref="BundleClock"/> does.
/// </summary>
internal sealed class OpenBundle<T>(Batch<T> batch) : IOpenBundle
{
    /// <summary>The most bytes of a bundle, so that it passes whole through what carries it.</summary>
    private const int MostBytes = 32 * 1024;

    /// <summary>Arguments above this go by themselves.</summary>
    private const int MostBytesEach = 2 * 1024;

    private readonly Lock _gate = new();
    private readonly PayloadBuffer _bytes = new() { Limit = 2 * MostBytes };
    private readonly PayloadBuffer _written = new() { Limit = 2 * MostBytes };
    private TaskDefinition? _task;
    private PuddleUnit? _unit;
    private int _index;
    private int _count;
    private int _limit;
    private long _opened;
    private long _seen;

    /// <summary>Adds a call, if it can go with those that are here.</summary>
    /// <param name="unit">The call.</param>
    /// <param name="index">Its position, which follows that of the last.</param>
    /// <param name="full">What is to be sent now; null where more may come.</param>
    /// <returns>False where it must go by itself, after <paramref name="full"/>.</returns>
    public bool TryAdd(PuddleUnit unit, int index, out PuddleCall? full)
    {
        full = null;

        // Outside the lock: writing runs code of the caller's, which may take as long as it likes, or wait for a call that is here.
        bool isWritten = ReferenceEquals(unit.Options, UnitOptions.None) && MayTake(unit) && TryWrite(unit);
        lock (_gate)
        {
            if (_unit is not null && _unit.Task != unit.Task)
            {
                full = TakeHere();
            }

            if (isWritten && Begin(unit, index))
            {
                _bytes.Write(_written.WrittenSpan);
                _count++;
                full ??= _count >= _limit || _bytes.Length >= MostBytes ? TakeHere() : null;
                return true;
            }

            full ??= TakeHere();
            return false;
        }
    }

    /// <summary>Takes out what is here.</summary>
    public PuddleCall? Take()
    {
        lock (_gate)
        {
            return TakeHere();
        }
    }

    void IOpenBundle.SendIfOld()
    {
        // Who holds the lock is about to add a call, and will be seen to have been here.
        PuddleCall? old = null;
        if (_gate.TryEnter())
        {
            try
            {
                old = _opened == _seen ? TakeHere() : null;
                _seen = _opened;
            }
            finally
            {
                _gate.Exit();
            }
        }

        if (old is not null)
        {
            batch.Send(old);
        }
    }

    private bool MayTake(PuddleUnit unit) => (_limit > 1 && _task == unit.Task) || batch.Pool.MostTogether(unit.Task) > 1;

    private bool Begin(PuddleUnit unit, int index)
    {
        if (_unit is null)
        {
            _limit = batch.Pool.MostTogether(unit.Task);
            _task = unit.Task;
            _unit = _limit > 1 ? unit : null;
            _index = index;
            _opened++;
        }

        return _unit is not null;
    }

    private bool TryWrite(PuddleUnit unit)
    {
        _written.Clear();
        try
        {
            _written.GetSpan(BundledArguments.LengthBytes);
            _written.Advance(BundledArguments.LengthBytes);
            var writer = new MessagePackWriter(_written);
            unit.WriteArguments(ref writer);
            writer.Flush();
            int length = _written.Length - BundledArguments.LengthBytes;
            BinaryPrimitives.WriteInt32LittleEndian(_written.Patch(0, BundledArguments.LengthBytes), length);
            return length <= MostBytesEach;
        }
        catch (Exception)
        {
            // By itself it meets with the same, and its caller is told.
            return false;
        }
    }

    private PuddleCall? TakeHere()
    {
        PuddleCall? call = _count switch
        {
            0 => null,
            1 => new BatchCall<T>(batch, _unit!, _bytes.Detach()[BundledArguments.LengthBytes..], _index),
            _ => new BundleCall<T>(batch, _unit!, _bytes.Detach(), _index, _count),
        };
        _unit = null;
        _count = 0;
        return call;
    }
}
