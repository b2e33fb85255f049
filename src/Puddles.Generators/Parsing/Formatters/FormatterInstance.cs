using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Parsing.Formatters;

/// <summary>Spells how a formatter of MessagePack's kind is come by: its one instance, or a new one.</summary>
internal static class FormatterInstance
{
    /// <summary>The expression; null where there is none that generated code could use.</summary>
    public static string? Of(FormatterUse use, Compilation compilation)
    {
        string name = use.Formatter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (!use.HasArguments && use.Formatter.GetMembers("Instance").OfType<IFieldSymbol>().Any(field => IsShared(field, compilation)))
        {
            return name + ".Instance";
        }

        bool canMake = use.Formatter.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Length == use.Arguments.Count
            && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)
            && constructor.Parameters.Zip(use.Arguments, (parameter, argument) => Fits(argument, parameter, compilation)).All(static fits => fits));
        return canMake ? $"new {name}({string.Join(", ", use.Arguments.Select(Literal))})" : null;
    }

    private static bool IsShared(IFieldSymbol field, Compilation compilation) =>
        field is { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Public }
        && compilation.IsSymbolAccessibleWithin(field, compilation.Assembly);

    private static bool Fits(TypedConstant argument, IParameterSymbol parameter, Compilation compilation) =>
        argument.Type is null
            ? argument.IsNull && parameter.Type.IsReferenceType
            : compilation.ClassifyConversion(argument.Type, parameter.Type).IsImplicit;

    private static string Literal(TypedConstant value) => value.Kind switch
    {
        _ when value.IsNull => "null",
        TypedConstantKind.Enum => $"({value.Type!.ToDisplayString(TypeNames.Code)})({SymbolDisplay.FormatPrimitive(value.Value!, quoteStrings: true, useHexadecimalNumbers: false)})",
        TypedConstantKind.Type => $"typeof({((ITypeSymbol)value.Value!).ToDisplayString(TypeNames.Code)})",
        TypedConstantKind.Array => $"new {value.Type!.ToDisplayString(TypeNames.Code)} {{ {string.Join(", ", value.Values.Select(Literal))} }}",
        _ => $"({value.Type!.ToDisplayString(TypeNames.Code)})({SymbolDisplay.FormatPrimitive(value.Value!, quoteStrings: true, useHexadecimalNumbers: false)})",
    };
}
