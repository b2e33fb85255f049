using BenchmarkDotNet.Attributes;
using Puddles;

namespace Benchmarks;

/// <summary>What the caller's side makes of a call and of its answer.</summary>
public class Encoding
{
    private const int Limit = 1024 * 1024 * 1024;

    private readonly PuddleUnit<int> _small = Jobs.UnitInc(1);
    private readonly PuddleUnit<byte[]> _large = Jobs.UnitEcho(new byte[1024 * 1024]);
    private ReadOnlyMemory<byte> _answer;

    [GlobalSetup]
    public void SetUp() => _answer = new byte[] { 2 };

    [Benchmark]
    public PuddleUnit MakeUnit() => Jobs.UnitInc(1);

    [Benchmark]
    public int EncodeInt() => CallCodec.EncodeArguments(_small, Limit).Length;

    [Benchmark]
    public int EncodeOneMebibyte() => CallCodec.EncodeArguments(_large, Limit).Length;

    [Benchmark]
    public int DecodeInt() => CallCodec.DecodeResult<int>(_small, _answer);
}
