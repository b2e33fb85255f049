namespace Puddles.TestWorker;

/// <summary>A head around each call; what a call's argument says decides what it does.</summary>
public sealed class WrappingHead : CountingHead
{
    protected override async ValueTask RunAsync(PuddleContext call, Func<ValueTask> next)
    {
        Note("before");
        await Task.Yield();
        switch (call.Index)
        {
            case 1:
                return;
            case 2:
                await next();
                await next();
                break;
            case 3:
                throw new InvalidOperationException("The head does not want it.");
            default:
                await next();
                break;
        }

        Note("after");
    }
}
