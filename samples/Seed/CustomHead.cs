using Puddles;

namespace Samples;

/// <summary>The document's custom head: <c>setup</c> when a process starts, and a say in each call.</summary>
internal sealed class CustomHead : InfoHead
{
    public int SetUps { get; private set; }

    public bool IsRunning { get; private set; }

    protected override ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        SetUps++;
        return default;
    }

    protected override async ValueTask RunAsync(PuddleContext call, Func<ValueTask> next)
    {
        IsRunning = true;
        await next();
        IsRunning = false;
    }
}
