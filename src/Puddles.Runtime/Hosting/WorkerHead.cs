using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>The head of this worker, from its making to its tear-down.</summary>
internal static class WorkerHead
{
    /// <summary>Makes it and sets it up.</summary>
    /// <param name="hello">Which head it is, and in what worker.</param>
    /// <param name="failure">Where to say why there is none.</param>
    /// <param name="stopping">Cancelled when the worker is told to stop.</param>
    /// <returns>The head; or null, and then <paramref name="failure"/> holds why there is none.</returns>
    public static ProcessHead? Start(Hello hello, PayloadBuffer failure, CancellationToken stopping)
    {
        try
        {
            if (HeadFactory.Create(hello.HeadId) is not { } head)
            {
                Failure.WriteUnknownHead(failure, hello.HeadId);
                return null;
            }

            (head as InfoHead)?.Introduce(hello.WorkerId, hello.HostProcessId);
            head.SetUpAsync(stopping).AsTask().GetAwaiter().GetResult();
            return head;
        }
        catch (Exception error)
        {
            Failure.WriteThrown(failure, error);
            return null;
        }
    }

    /// <summary>Tears it down. Nobody waits for an answer any more, so what it throws goes to standard error.</summary>
    public static void Stop(ProcessHead head)
    {
        try
        {
            head.TearDownAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"puddles: the head '{head.GetType()}' failed to tear down: {error}");
        }
    }
}
