namespace Puddles.Faults.Tests.Support;

/// <summary>The same as <see cref="RootFactAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootTheoryAttribute : TheoryAttribute
{
    public RootTheoryAttribute() => Skip = RootFactAttribute.WhyNot;
}
