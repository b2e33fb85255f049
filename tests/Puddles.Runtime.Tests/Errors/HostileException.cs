namespace Puddles.Runtime.Tests.Errors;

/// <summary>Tells nothing of itself.</summary>
internal sealed class HostileException : ArgumentException
{
    public override string Message => throw new InvalidOperationException("no message");

    public override string? StackTrace => throw new InvalidOperationException("no stack");

    public override string? ParamName => throw new InvalidOperationException("no parameter");

    public override string ToString() => throw new InvalidOperationException("no text");
}
