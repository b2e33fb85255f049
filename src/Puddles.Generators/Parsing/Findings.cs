namespace Puddles.Generators.Parsing;

/// <summary>Collects what is wrong with one task.</summary>
internal sealed class Findings(IMethodSymbol task)
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    /// <summary>Adds one about a symbol; its message starts from the name of the task.</summary>
    public void Add(DiagnosticDescriptor descriptor, ISymbol about, params object[] details)
    {
        // A symbol of a referenced assembly has no place to show; the task that leads to it has.
        Location location = about.Locations.FirstOrDefault(static location => location.IsInSource)
            ?? task.Locations.FirstOrDefault()
            ?? Location.None;
        string name = task.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        _all.Add(new Finding(descriptor, location, [name, .. details]));
    }
}
