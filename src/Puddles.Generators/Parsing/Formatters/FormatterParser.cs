using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing.Formatters;

/// <summary>Finds the code of users that writes and reads a type in place of generated code.</summary>
internal sealed class FormatterParser(Compilation compilation)
{
    /// <summary>The formatter that a member asks for; null for none.</summary>
    public static FormatterUse? OfMember(ISymbol member) =>
        member.FindInherited(Attributes.MessagePack, "MessagePackFormatterAttribute") is { } attribute
        && attribute.Argument(0) is INamedTypeSymbol formatter
            ? new FormatterUse(formatter, attribute)
            : null;

    /// <summary>The formatter of a type, by its assembly or by an attribute of its own; null for none.</summary>
    public FormatterUse? OfType(ITypeSymbol type)
    {
        if (FormatterTable.Of(compilation).Find(type) is { } given)
        {
            return new FormatterUse(given, null);
        }

        return type is INamedTypeSymbol named
            && named.Find(Attributes.MessagePack, "MessagePackFormatterAttribute") is { } attribute
            && attribute.Argument(0) is INamedTypeSymbol formatter
                ? new FormatterUse(FormatterTable.Close(formatter, named), attribute)
                : null;
    }

    /// <summary>Parses the use of a formatter for a type.</summary>
    /// <param name="use">The formatter.</param>
    /// <param name="type">The type that it must be for, without annotation.</param>
    /// <param name="isNullable">Whether null is a value of the type where it is used.</param>
    /// <param name="types">Where to add what is kept, and why it does not fit.</param>
    /// <param name="path">The path to the type.</param>
    public TypeRef? Parse(FormatterUse use, ITypeSymbol type, bool isNullable, TypeParser types, string path)
    {
        string display = use.Formatter.ToDisplayString(TypeNames.Message);
        string formatter = use.Formatter.ToDisplayString(TypeNames.Code);
        string name = type.ToDisplayString(TypeNames.Code);
        string schema = $"{type.ToDisplayString(TypeNames.Schema)} by {use.Formatter.ToDisplayString(TypeNames.Schema)}";
        if (WhyNot(use.Formatter) is { } why)
        {
            return Refuse(why);
        }

        if (use.Attribute is null && Implements(use.Formatter, "Puddles", "IPuddleFormatter`1", type))
        {
            return new TypeRef(isNullable ? name + "?" : name, name, type.IsReferenceType, isNullable, ValueEncoding.Formatter, formatter, "", schema);
        }

        if (!Implements(use.Formatter, "MessagePack.Formatters", "IMessagePackFormatter`1", type))
        {
            string wanted = type.ToDisplayString(TypeNames.Message);
            return Refuse(use.Attribute is null
                ? $"does not implement IPuddleFormatter<{wanted}>"
                : $"does not implement IMessagePackFormatter<{wanted}>");
        }

        if (FormatterInstance.Of(use, compilation) is not { } instance)
        {
            return Refuse("cannot be made: give it a constructor that generated code can call with the arguments of the attribute");
        }

        // It is given null, too, and does with it as it likes.
        return new TypeRef(
            type.IsReferenceType || isNullable ? name + "?" : name,
            name,
            IsReference: false,
            IsNullable: isNullable && type.IsValueType,
            ValueEncoding.FormatterInstance,
            types.Keep(type, formatter, instance).FullName,
            "",
            schema + (use.HasArguments ? $" with {instance}" : ""));

        TypeRef? Refuse(string reason) => types.Refuse(PuddleDiagnostics.BadFormatter, path, $"has the formatter '{display}', which {reason}");
    }

    private string? WhyNot(INamedTypeSymbol formatter) =>
        formatter.IsUnboundGenericType ? "has another number of type parameters"
        : !Reachability.IsReachable(formatter, compilation) ? "generated code cannot name: make it internal or public"
        : formatter.IsAbstract || formatter.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? "is no class that could be used"
        : formatter.ContainingNamespace?.ToDisplayString() == "MessagePack.Formatters" && formatter.Name.Contains("Typeless") ? "makes whatever type a payload names: declare the type that is passed"
        : null;

    private static bool Implements(INamedTypeSymbol formatter, string @namespace, string name, ITypeSymbol type) =>
        formatter.AllInterfaces.Any(@interface =>
            @interface.Is(@namespace, name) && SymbolEqualityComparer.Default.Equals(@interface.TypeArguments[0], type));
}
