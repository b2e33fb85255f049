namespace Peers;

/// <summary>Some workers that run the four tasks, however they are reached. Submitting is for one thread at a time.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>Adds one.</summary>
    Task<int> IncAsync(int value);

    /// <summary>Gives back the bytes.</summary>
    Task<byte[]> EchoAsync(byte[] bytes);

    /// <summary>Computes for so many rounds.</summary>
    Task<int> BurnAsync(int rounds);

    /// <summary>Sleeps, and so keeps a worker busy without a processor.</summary>
    Task<int> NapAsync(int milliseconds);

    /// <summary>Adds one to each number from 0 up, as one list; null where there is no form for that.</summary>
    Task<int[]>? IncAllAsync(int count) => null;
}
