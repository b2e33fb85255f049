namespace Puddles;

/// <summary>What becomes of a call that a pool has no room for in its queue; see <see cref="ProcessPoolOptions.QueueLimit"/>.</summary>
public enum QueueFullMode
{
    /// <summary>It waits for room, first come first served. No thread is blocked meanwhile.</summary>
    Wait,

    /// <summary>It fails at once with <see cref="QueueFullException"/>. The calls of batches and streams wait all the same: their sources are read only as there is room.</summary>
    Refuse,
}
