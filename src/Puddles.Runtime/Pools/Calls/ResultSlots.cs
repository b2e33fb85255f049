using System.Numerics;

namespace Puddles;

/// <summary>
/// Results by position, where nobody knows how many there will be: segments, each as long as all before it, so that a
/// slot never moves and any thread can fill one while another thread adds more.
/// </summary>
internal sealed class ResultSlots<T>
{
    private const int DefaultFirst = 256;
    private const int LargestFirst = 1 << 22;

    private readonly T[]?[] _segments = new T[]?[33];
    private readonly int _first;

    public ResultSlots(int? expected)
    {
        _first = Math.Clamp(expected ?? DefaultFirst, 1, LargestFirst);
        _segments[0] = new T[_first];
    }

    /// <summary>Makes room for a position. Called by one thread, in ascending order, before the position is used.</summary>
    public void Add(int index)
    {
        (int segment, _) = Locate(index);
        _segments[segment] ??= new T[(int)Math.Min((long)_first << (segment - 1), Array.MaxLength)];
    }

    public void Set(int index, T value)
    {
        (int segment, int offset) = Locate(index);
        _segments[segment]![offset] = value;
    }

    /// <summary>All results, once they are there; without a copy where as many came as were expected.</summary>
    public T[] ToArray(int count)
    {
        if (count == _first)
        {
            return _segments[0]!;
        }

        var all = new T[count];
        int copied = 0;
        for (int i = 0; copied < count; i++)
        {
            int length = Math.Min(_segments[i]!.Length, count - copied);
            _segments[i].AsSpan(0, length).CopyTo(all.AsSpan(copied));
            copied += length;
        }

        return all;
    }

    private (int Segment, int Offset) Locate(int index)
    {
        if (index < _first)
        {
            return (0, index);
        }

        int power = BitOperations.Log2((uint)(index / _first));
        return (power + 1, (int)(index - ((long)_first << power)));
    }
}
