namespace Puddles.Wire.Transports.Sharing;

/// <summary>Whether the reader of a ring has to be woken, and how.</summary>
internal enum ReaderState
{
    /// <summary>It looks by itself.</summary>
    Awake,

    /// <summary>It sleeps at the socket, for as long as it takes.</summary>
    AtSocket,

    /// <summary>It sleeps at this very word, for a moment.</summary>
    AtWord,
}
