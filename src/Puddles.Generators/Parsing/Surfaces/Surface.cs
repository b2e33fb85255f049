using System.Text;

namespace Puddles.Generators.Parsing.Surfaces;

/// <summary>
/// All of a compilation that the parsers can see: its declarations, references and options. Two that are equal give the
/// same models, so that nothing is parsed again for a keystroke in a body.
/// </summary>
internal sealed class Surface : IEquatable<Surface>
{
    private readonly string _digest;
    private readonly object _lock = new();
    private Compilation? _compilation;
    private ProjectModel? _project;

    private Surface(string digest, Compilation compilation)
    {
        _digest = digest;
        _compilation = compilation;
    }

    public static Surface Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(compilation.AssemblyName).Append('\n').Append(SerialNumbers.Of(compilation.Options)).Append('\n');
        foreach (MetadataReference reference in compilation.References)
        {
            object what = reference is CompilationReference other ? other.Compilation : reference;
            text.Append(SerialNumbers.Of(what)).Append(' ').Append(string.Join(",", reference.Properties.Aliases)).Append('\n');
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            text.Append(TreeSurface.Of(tree, cancellationToken).Digest).Append('\n');
        }

        return new Surface(DeclarationText.HashOf(text.ToString()), compilation);
    }

    /// <summary>Parses what it is of, once. What was parsed is kept, and the compilation let go.</summary>
    public ProjectModel Parse(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _project ??= ProjectParser.Parse(_compilation!, cancellationToken);
            _compilation = null;
            return _project;
        }
    }

    public bool Equals(Surface? other) => other is not null && _digest == other._digest;

    public override bool Equals(object? obj) => Equals(obj as Surface);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_digest);
}
