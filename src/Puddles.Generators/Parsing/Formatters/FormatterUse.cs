namespace Puddles.Generators.Parsing.Formatters;

/// <summary>A formatter where it is asked for.</summary>
/// <param name="Formatter">Its type.</param>
/// <param name="Attribute">MessagePack's attribute, which may have arguments for it; null for one of an assembly.</param>
internal sealed record FormatterUse(INamedTypeSymbol Formatter, AttributeData? Attribute)
{
    /// <summary>What its constructor is given.</summary>
    public IReadOnlyList<TypedConstant> Arguments =>
        Attribute is { ConstructorArguments: { Length: > 1 } arguments } && arguments[1] is { Kind: TypedConstantKind.Array, IsNull: false } list ? list.Values : [];

    public bool HasArguments => Arguments.Count > 0;
}
