using System.Buffers;
using BenchmarkDotNet.Attributes;
using MemoryPack;
using MessagePack;
using Puddles;

namespace Benchmarks;

/// <summary>One value, written into a buffer that is used again, and read from bytes, by three serializers.</summary>
public abstract class Comparison<T>
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 22);
    private PuddleUnit<T>? _unit;
    private T? _value;
    private byte[] _puddles = [];
    private byte[] _messagePack = [];
    private byte[] _memoryPack = [];

    /// <summary>The value.</summary>
    protected abstract T Value { get; }

    /// <summary>The resolver that MessagePack-CSharp takes for it.</summary>
    protected virtual MessagePackSerializerOptions Options => MessagePackSerializerOptions.Standard;

    [GlobalSetup]
    public void SetUp()
    {
        _value = Value;
        _unit = UnitOf(_value);
        PuddlesWrite();
        _puddles = _buffer.WrittenSpan[1..].ToArray();
        _messagePack = MessagePackSerializer.Serialize(_value, Options);
        _memoryPack = MemoryPackSerializer.Serialize(_value);
    }

    [Benchmark]
    public int PuddlesWrite()
    {
        _buffer.ResetWrittenCount();
        var writer = new MessagePackWriter(_buffer);
        _unit!.WriteArguments(ref writer);
        writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public int MessagePackWrite()
    {
        _buffer.ResetWrittenCount();
        MessagePackSerializer.Serialize(_buffer, _value!, Options);
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public int MemoryPackWrite()
    {
        _buffer.ResetWrittenCount();
        MemoryPackSerializer.Serialize(_buffer, _value);
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public T PuddlesRead()
    {
        var reader = new MessagePackReader(_puddles);
        return _unit!.ReadResult(ref reader);
    }

    [Benchmark]
    public T MessagePackRead() => MessagePackSerializer.Deserialize<T>(_messagePack, Options);

    [Benchmark]
    public T? MemoryPackRead() => MemoryPackSerializer.Deserialize<T>(_memoryPack);

    /// <summary>A call whose one argument and whose result are the value.</summary>
    protected abstract PuddleUnit<T> UnitOf(T value);
}
