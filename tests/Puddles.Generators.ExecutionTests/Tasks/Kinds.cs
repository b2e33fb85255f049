namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Each way that a task can be done, at once and later.</summary>
public static class Kinds
{
    public static int Runs { get; private set; }

    [PuddleTask] public static void Nothing() => Runs++;

    [PuddleTask] public static Task TaskNow() => Task.CompletedTask;

    [PuddleTask] public static async Task TaskLater() => await Task.Yield();

    [PuddleTask] public static Task<int> TaskOfNow(int x) => Task.FromResult(x);

    [PuddleTask]
    public static async Task<int> TaskOfLater(int x)
    {
        await Task.Delay(1);
        return x;
    }

    [PuddleTask] public static ValueTask ValueTaskNow() => default;

    [PuddleTask] public static async ValueTask ValueTaskLater() => await Task.Yield();

    [PuddleTask] public static ValueTask<int> ValueTaskOfNow(int x) => new(x);

    [PuddleTask]
    public static async ValueTask<int> ValueTaskOfLater(int x)
    {
        await Task.Delay(1);
        return x;
    }

    [PuddleTask] public static Task FailsNow() => Task.FromException(new InvalidOperationException("now"));

    [PuddleTask]
    public static async Task<int> FailsLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("later");
    }

    [PuddleTask]
    public static string Injected(PuddleContext context, int x, CancellationToken first, string y = "z", CancellationToken second = default) =>
        $"{context.Index} {x} {y} {first.CanBeCanceled} {first == second}";
}
