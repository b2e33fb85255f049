namespace Puddles.Workers.Output;

/// <summary>Takes what a worker writes.</summary>
internal interface ILineSink
{
    /// <summary>Takes lines, each with its end. Does not wait and does not throw.</summary>
    /// <returns>Completes when they are handed on; so does everything that was taken before.</returns>
    Task TakeAsync(bool isError, string lines);
}
