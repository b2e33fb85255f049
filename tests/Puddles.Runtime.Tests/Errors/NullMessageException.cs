namespace Puddles.Runtime.Tests.Errors;

internal sealed class NullMessageException : Exception
{
    public override string Message => null!;
}
