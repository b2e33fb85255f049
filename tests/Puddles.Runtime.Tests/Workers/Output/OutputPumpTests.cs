using System.IO.Pipes;
using System.Text;
using Puddles.Runtime.Tests.Support;
using Puddles.Workers.Output;

namespace Puddles.Runtime.Tests.Workers.Output;

public sealed class OutputPumpTests : IDisposable
{
    private readonly AnonymousPipeServerStream _worker = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _host;
    private readonly HeldSink _sink = new();
    private readonly Tail _tail = new();

    public OutputPumpTests() => _host = new AnonymousPipeClientStream(PipeDirection.In, _worker.ClientSafePipeHandle);

    public void Dispose()
    {
        _worker.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task It_reads_no_more_until_what_it_read_is_handed_on()
    {
        OutputPump pump = Pump();
        Task writing = Task.Run(() => Write(string.Concat(Enumerable.Range(0, 500_000).Select(i => $"{i}\n")), close: true));
        int taken = 0;
        while (taken < 500_000)
        {
            string lines = await _sink.NextAsync().OrHang();

            // The sink holds it: the pump does not come with more, however much there is in the pipe.
            Assert.Equal(1, _sink.Held);
            foreach (string line in lines.TrimEnd('\n').Split('\n'))
            {
                Assert.Equal($"{taken++}", line);
            }

            _sink.Release();
        }

        await writing.OrHang();
        await pump.Ended.OrHang();
    }

    [Fact]
    public async Task In_a_hurry_it_reads_on_to_the_last_words()
    {
        OutputPump pump = Pump();
        Write("first\n");
        await _sink.NextAsync().OrHang();

        pump.Hurry();
        Write("last words", close: true);

        await pump.Ended.OrHang();
        Assert.EndsWith("last words", _tail.Text, StringComparison.Ordinal);
        Assert.Equal("last words\n", await _sink.NextAsync().OrHang());
        Assert.False(pump.HandedOn.IsCompleted);
    }

    [Fact]
    public async Task To_finish_it_takes_what_is_there_and_waits_for_nobody()
    {
        OutputPump pump = Pump();
        _sink.Release(100);
        Write("one\ntwo");

        await pump.FinishAsync().OrHang();

        Assert.Equal("one\ntwo\n", _sink.All);
    }

    [Fact]
    public async Task To_finish_with_nothing_there_is_possible_too()
    {
        await Pump().FinishAsync().OrHang();

        Assert.Equal("", _sink.All);
    }

    [Fact]
    public async Task What_is_no_text_becomes_replacement_characters()
    {
        OutputPump pump = Pump();
        _sink.Release(100);
        _worker.Write([0xFF, (byte)'a', 0xC3]);
        _worker.Write([0xA4, (byte)'\n', 0xE2, 0x82]);
        _worker.Dispose();

        await pump.Ended.OrHang();

        Assert.StartsWith("\uFFFDaä\n", _sink.All, StringComparison.Ordinal);
    }

    private OutputPump Pump() => new(_host, isError: true, _sink, _tail);

    private void Write(string text, bool close = false)
    {
        _worker.Write(Encoding.UTF8.GetBytes(text));
        if (close)
        {
            _worker.Dispose();
        }
    }
}
