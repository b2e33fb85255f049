using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>A file beside the sources.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
