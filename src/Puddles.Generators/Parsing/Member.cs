namespace Puddles.Generators.Parsing;

/// <summary>A public property or field that holds a part of an object.</summary>
/// <param name="Symbol">What declares it.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsSettable">Whether an object initializer can set it.</param>
/// <param name="IsRequired">Whether one must.</param>
/// <param name="IsStored">Whether it is known to hold a value, and not to compute one.</param>
internal sealed record Member(ISymbol Symbol, ITypeSymbol Type, bool IsSettable, bool IsRequired, bool IsStored)
{
    public string Name => Symbol.Name;
}
