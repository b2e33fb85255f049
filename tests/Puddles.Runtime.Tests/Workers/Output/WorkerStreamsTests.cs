using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.Workers.Output;

namespace Puddles.Runtime.Tests.Workers.Output;

public sealed class WorkerStreamsTests
{
    [Fact]
    public async Task Last_words_are_waited_for_however_late_their_reader_comes()
    {
        using Process process = Shell("read line; echo first >&2; read line; echo last >&2");
        using var sink = new BusySink();
        var streams = new WorkerStreams(process, sink);
        await process.StandardInput.WriteLineAsync();
        await sink.Begun.OrHang();
        await process.StandardInput.WriteLineAsync();
        await process.WaitForExitAsync().OrHang();

        Task reading = Task.Run(() => streams.ReadLastWords(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)));
        Assert.NotSame(reading, await Task.WhenAny(reading, Task.Delay(200)));
        sink.GoOn();

        await reading.OrHang();
        Assert.Equal("first\nlast\n", streams.ErrorTail);
    }

    [Fact]
    public async Task Pipes_that_another_process_holds_are_not_waited_for()
    {
        using Process process = Shell("sleep 1000 & echo $! >&2");
        var streams = new WorkerStreams(process, DiscardingSink.Instance);
        await process.WaitForExitAsync().OrHang();

        await Task.Run(() => streams.ReadLastWords(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1))).OrHang();

        using var holder = Process.GetProcessById(int.Parse(streams.ErrorTail!, CultureInfo.InvariantCulture));
        Assert.False(holder.HasExited);
        holder.Kill();
    }

    private static Process Shell(string script) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Keeps whoever brings its first lines.</summary>
    private sealed class BusySink : ILineSink, IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _goOn = new();

        public Task Begun => _begun.Task;

        public void GoOn() => _goOn.Set();

        public Task TakeAsync(bool isError, string lines)
        {
            _begun.TrySetResult();
            _goOn.Wait();
            return Task.CompletedTask;
        }

        public void Dispose() => _goOn.Dispose();
    }
}
