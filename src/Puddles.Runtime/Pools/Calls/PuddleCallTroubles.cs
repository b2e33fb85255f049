using Puddles.Watching;

namespace Puddles;

/// <summary>What most calls never have, apart, so that they are small: each is memory that the collector has to find.</summary>
internal sealed class PuddleCallTroubles
{
    public CallWatch? Watch { get; set; }

    public AdaptedCall? Adapted { get; set; }

    public CancellationToken CancellationToken { get; set; }

    public Exception? Error { get; set; }

    public EarlyResult? Early { get; set; }
}
