namespace Puddles;

/// <summary>What carries calls to a worker process and their results back.</summary>
public enum WorkerTransport
{
    /// <summary>Shared memory where the machine has it to give and the worker can reach it, else a socket.</summary>
    Auto,

    /// <summary>
    /// Rings of shared memory, with a socket to wake who sleeps. Where the memory cannot be reserved, workers do not
    /// start (<see cref="WorkerStartException"/>); a worker that cannot reach it, as one in a container of its own, uses the socket.
    /// </summary>
    SharedMemory,

    /// <summary>A Unix domain socket.</summary>
    Socket,
}
