namespace Puddles.TestWorker;

/// <summary>A head that leaves a line in a file, named by PUDDLES_TEST_HEAD, of each thing that happens to it.</summary>
public class CountingHead : InfoHead
{
    private readonly string _path = Environment.GetEnvironmentVariable("PUDDLES_TEST_HEAD") ?? throw new InvalidOperationException("PUDDLES_TEST_HEAD is not set.");

    /// <summary>How many calls it has seen.</summary>
    public int Calls { get; set; }

    protected override async ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        Note("set up");
    }

    protected override async ValueTask TearDownAsync()
    {
        await Task.Yield();
        Note("torn down");
    }

    protected void Note(string what) => File.AppendAllText(_path, what + "\n");
}
