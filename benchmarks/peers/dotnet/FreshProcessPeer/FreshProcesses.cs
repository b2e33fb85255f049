using System.Diagnostics;
using System.Globalization;

namespace Peers;

/// <summary>No pool at all: a process of its own for each call, so many at a time. It is published native, which starts fastest.</summary>
internal sealed class FreshProcesses(int workers) : IPeer
{
    public const string CallArgument = "--call";

    private readonly SemaphoreSlim _turns = new(workers);

    public static Task<IPeer> OpenAsync(Given given, int workers) => Task.FromResult<IPeer>(new FreshProcesses(workers));

    /// <summary>The other process: one call, from its arguments or its input to its output.</summary>
    public static void Answer(string task, string argument)
    {
        if (task == "echo")
        {
            var bytes = new byte[Number(argument)];
            Console.OpenStandardInput().ReadExactly(bytes);
            Console.OpenStandardOutput().Write(bytes);
            return;
        }

        Console.WriteLine(task == "inc" ? Tasks.Inc(Number(argument)) : throw new ArgumentException($"No task is named '{task}'."));
    }

    public async Task<int> IncAsync(int value)
    {
        string output = await RunAsync("inc", value, process => process.StandardOutput.ReadToEndAsync());
        return Number(output);
    }

    public Task<byte[]> EchoAsync(byte[] bytes) => RunAsync("echo", bytes.Length, async process =>
    {
        var answer = new byte[bytes.Length];
        await process.StandardInput.BaseStream.WriteAsync(bytes);
        process.StandardInput.Close();
        await process.StandardOutput.BaseStream.ReadExactlyAsync(answer);
        return answer;
    });

    public Task<int> BurnAsync(int rounds) => throw new NotSupportedException();

    public Task<int> NapAsync(int milliseconds) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        _turns.Dispose();
        return default;
    }

    private async Task<T> RunAsync<T>(string task, int argument, Func<Process, Task<T>> converse)
    {
        await _turns.WaitAsync();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, [CallArgument, task, argument.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            using Process process = Process.Start(start)!;
            T answer = await converse(process);
            await process.WaitForExitAsync();
            return answer;
        }
        finally
        {
            _turns.Release();
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
