using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Puddles.Generators.Parsing;

/// <summary>Spells the default value of a parameter.</summary>
internal static class DefaultValue
{
    /// <summary>The value as C#; null where the parameter has none.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        ITypeSymbol type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return parameter.ExplicitDefaultValue switch
        {
            null when parameter.Type.IsReferenceType => parameter.Type.NullableAnnotation == NullableAnnotation.NotAnnotated ? "null!" : "null",
            null => "default",
            DateTime => null,
            object value when type.TypeKind == TypeKind.Enum => $"({type.ToDisplayString(TypeNames.Code)})({Literal(value)})",
            object value => Literal(value),
        };
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        float number => Float(number, float.IsNaN(number), float.IsInfinity(number), "float", "R", "F"),
        double number => Float(number, double.IsNaN(number), double.IsInfinity(number), "double", "R", "D"),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        uint number => Text(number) + "U",
        long number => Text(number) + "L",
        ulong number => Text(number) + "UL",
        IFormattable number => Text(number),
        _ => "default",
    };

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Float<T>(T number, bool isNaN, bool isInfinity, string type, string format, string suffix)
        where T : IFormattable, IComparable<T> =>
        isNaN ? $"{type}.NaN"
        : isInfinity ? number.CompareTo(default!) > 0 ? $"{type}.PositiveInfinity" : $"{type}.NegativeInfinity"
        : number.ToString(format, CultureInfo.InvariantCulture) + suffix;
}
