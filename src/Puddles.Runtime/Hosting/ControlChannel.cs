using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// Reads what the host says beside the calls, on a thread of its own, so that it is heard while a task runs. The end of
/// the channel is the death of the host: the operating system closes it, however the host ended.
/// </summary>
internal sealed class ControlChannel(Stream source, int hostProcessId, CallLedger ledger, Action<FrameKind, ulong> reply) : IDisposable
{
    /// <summary>How long it may take to tidy up, on a file system that may hang, before this process ends all the same.</summary>
    private static readonly TimeSpan TidyingUp = TimeSpan.FromMilliseconds(500);

    private readonly ManualResetEventSlim _stop = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Canceller _canceller = new();
    private readonly Action<ulong> _tellWithdrawn = callId => reply(FrameKind.Withdrawn, callId);

    /// <summary>Cancelled when the host says that it closes the connection.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public void Start() => new Thread(Listen) { IsBackground = true, Name = "puddles control" }.Start();

    /// <summary>Waits until the host says that it closes the connection; where it died instead, this process ends here.</summary>
    public void WaitForStop() => _stop.Wait();

    // The token lives on: a head may keep it.
    public void Dispose() => _stop.Dispose();

    private void Listen()
    {
        try
        {
            Span<byte> bytes = stackalloc byte[ControlMessage.Bytes];
            while (source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length)
            {
                Handle(ControlMessage.Read(bytes));
            }
        }
        catch (ObjectDisposedException)
        {
            // This process has done its work and is about to exit.
            return;
        }
        catch (Exception error) when (error is IOException or WireException)
        {
            // A channel that cannot be read is as good as ended.
        }

        var tidying = new Thread(TidyUp) { IsBackground = true };
        tidying.Start();
        tidying.Join(TidyingUp);
        ProcessGroup.KillOwn();
    }

    /// <summary>Neither the host nor this process gets to it any more.</summary>
    private void TidyUp()
    {
        RuntimeFiles.Remove(Environment.ProcessId);
        RuntimeFiles.Remove(hostProcessId);
    }

    private void Handle(ControlMessage message)
    {
        switch (message.Kind)
        {
            case ControlKind.Stop:
                _stop.Set();
                _canceller.Cancel(_stopping);
                break;
            case ControlKind.Ping:
                reply(FrameKind.Pong, 0);
                break;
            case var _ when ledger.TryWithdraw(message.CallId, _tellWithdrawn):
                break;
            case ControlKind.Cancel:
                ledger.Cancel(message.CallId);
                break;
        }
    }
}
