namespace Puddles.Generators.Parsing;

/// <summary>A reason why a task cannot be generated.</summary>
/// <param name="Descriptor">What kind of reason.</param>
/// <param name="Location">Where to show it.</param>
/// <param name="Arguments">What the message says.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments);
}
