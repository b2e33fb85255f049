namespace Puddles;

/// <summary>A result that was read while it came in.</summary>
/// <param name="bytes">How many bytes of it came in beside what is handed on as its payload.</param>
internal abstract class EarlyResult(int bytes)
{
    public int Bytes => bytes;
}
