using System.Text;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Hostility;

public sealed class SecretTests : IDisposable
{
    /// <summary>How MessagePack begins a binary of 32 bytes.</summary>
    private static readonly byte[] SecretBegins = [0xC4, 32];

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task No_secret_is_in_arguments_environment_output_or_what_a_worker_starts()
    {
        string greeting = _scratch.File("greeting");
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = ["/bin/sh", "-c", "tee \"$0\" | exec \"$1\"", greeting, Programs.Worker] });
        int worker = await ProcessTasks.RunProcessId(pool).OrHang();
        int sleeper = await ProcessTasks.RunStartSleeper(pool).OrHang();
        byte[][] secrets = Secrets(await File.ReadAllBytesAsync(greeting));
        Assert.Equal(2, secrets.Length);

        byte[][] visible = [.. new[] { worker, sleeper, Environment.ProcessId }.SelectMany(process => new[] { $"/proc/{process}/cmdline", $"/proc/{process}/environ" }).Select(File.ReadAllBytes)];
        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunFailFast("It ends.", pool).OrHang());

        foreach (byte[] secret in secrets)
        {
            byte[][] forms = [secret, Encoding.UTF8.GetBytes(Convert.ToHexString(secret)), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(secret)), Encoding.UTF8.GetBytes(Convert.ToBase64String(secret))];
            Assert.All(forms, form => Assert.All([.. visible, Encoding.UTF8.GetBytes(died.ToString())], text => Assert.True(text.AsSpan().IndexOf(form) < 0)));
        }
    }

    private static byte[][] Secrets(byte[] greeting)
    {
        var found = new List<byte[]>();
        for (int at = 0; at + 34 <= greeting.Length; at++)
        {
            if (greeting.AsSpan(at, 2).SequenceEqual(SecretBegins))
            {
                found.Add(greeting[(at + 2)..(at + 34)]);
                at += 33;
            }
        }

        return [.. found];
    }
}
