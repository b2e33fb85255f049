namespace Puddles.Workers.Output;

/// <summary>Hands each line of one worker to a callback, on a thread of its own: one that blocks holds up this worker's output only.</summary>
internal sealed class CallbackSink(Action<WorkerOutputLine> callback, int workerId, int processId) : ILineSink
{
    private readonly Courier _courier = new($"puddles output {workerId}");

    public Task TakeAsync(bool isError, string lines) => _courier.PostAsync(() => Deliver(isError, lines));

    private void Deliver(bool isError, string lines)
    {
        for (int start = 0, end; start < lines.Length; start = end + 1)
        {
            end = lines.IndexOf('\n', start);
            string text = lines[start..end].TrimEnd('\r');
            try
            {
                callback(new WorkerOutputLine(workerId, processId, isError, text));
            }
            catch (Exception)
            {
                // Nobody waits for a callback, so there is nobody to tell; the next line may fare better.
            }
        }
    }
}
