namespace Puddles.TestWorker;

/// <summary>A head that cannot be set up.</summary>
public sealed class FailingHead : ProcessHead
{
    protected override async ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        throw new FileNotFoundException("The model is not there.", "model.bin");
    }
}
