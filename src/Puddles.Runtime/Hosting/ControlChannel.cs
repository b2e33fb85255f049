using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// Reads what the host says beside the calls, on a thread of its own, so that it is heard while a task runs. The end of
/// the channel is the death of the host: the operating system closes it, however the host ended.
/// </summary>
internal sealed class ControlChannel(Stream source, CallLedger ledger, Action<ulong> replyWithdrawn) : IDisposable
{
    private readonly ManualResetEventSlim _stop = new();

    public void Start() => new Thread(Listen) { IsBackground = true, Name = "puddles control" }.Start();

    /// <summary>Waits until the host says that it closes the connection; where it died instead, this process ends here.</summary>
    public void WaitForStop() => _stop.Wait();

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
        catch (Exception error) when (error is IOException or WireException)
        {
            // A channel that cannot be read is as good as ended.
        }

        ProcessGroup.KillOwn();
    }

    private void Handle(ControlMessage message)
    {
        if (message.Kind == ControlKind.Stop)
        {
            _stop.Set();
        }
        else if (ledger.TryWithdraw(message.CallId))
        {
            replyWithdrawn(message.CallId);
        }
        else if (message.Kind == ControlKind.Cancel)
        {
            ledger.Cancel(message.CallId);
        }
    }
}
