namespace Puddles.Wire;

/// <summary>Tells where a large frame can be cut, so that its end is read while it comes in.</summary>
/// <param name="begun">The first bytes of the frame, without its length.</param>
/// <param name="length">How long it is in all.</param>
/// <returns>How many bytes come before its end; 0 where it is to be received whole.</returns>
internal delegate int HeadMeasure(ReadOnlyMemory<byte> begun, int length);
