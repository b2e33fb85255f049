using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Puddles.Wire.Transports.Sharing;

namespace Benchmarks;

/// <summary>Bytes into a ring and out again, by one thread: what the code costs while both ends are in the same cache.</summary>
public unsafe class Ring
{
    private const int Capacity = 256 * 1024;

    private byte[] _message = [];
    private byte* _memory;
    private RingWriter? _writer;
    private RingReader? _reader;

    [Params(32, 65536)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _message = new byte[Bytes];
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)RingLayout.Size(Capacity), 4096);
        NativeMemory.Clear(_memory, (nuint)RingLayout.Size(Capacity));
        _writer = new RingWriter(_memory, Capacity);
        _reader = new RingReader(_memory, Capacity);
    }

    [GlobalCleanup]
    public void CleanUp() => NativeMemory.AlignedFree(_memory);

    [Benchmark]
    public int WriteAndRead()
    {
        _writer!.Write(_message);
        return _writer.Wake() ? 0 : _reader!.Read(_message);
    }
}
