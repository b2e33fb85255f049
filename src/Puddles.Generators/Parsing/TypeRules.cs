namespace Puddles.Generators.Parsing;

/// <summary>Says of a type why no process could make anything of it in another.</summary>
internal static class TypeRules
{
    /// <summary>Why it cannot be passed, to follow "is"; null where it can, as far as its kind goes.</summary>
    public static string? WhyNot(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => "dynamic: declare the type that is passed",
        { SpecialType: SpecialType.System_Object } => "object, which could be anything: declare the type that is passed",
        { TypeKind: TypeKind.Delegate } => "a delegate, and code cannot be passed: make what it does a task of its own",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer, and memory is not shared: pass the values",
        { IsRefLikeType: true } => "a ref struct, which cannot leave its stack: pass an array",
        { TypeKind: TypeKind.TypeParameter } => "a type parameter: declare a type",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "a native integer, whose width depends on the machine: use long or ulong",
        INamedTypeSymbol named when KnownTypes.IsContainer(named) => null,
        _ when IsOf(type, "System.Threading.Tasks", "Task", "Task`1", "ValueTask", "ValueTask`1") => "a task, which nobody can wait for in another process: await it, and pass what comes of it",
        _ when IsOf(type, "System.Collections", "IEnumerator") || IsOf(type, "System.Collections.Generic", "IEnumerator`1", "IAsyncEnumerator`1") =>
            "an enumerator, which runs in one process alone: pass an array of what it gives",
        _ when DerivesFrom(type, "System.IO", "Stream", "TextReader", "TextWriter") => "a stream, which is open in one process alone: pass its bytes, or the path of a file",
        _ when IsOf(type, "System", "Type") => "a type, and code is never named across processes: pass a value that says what to do",
        { TypeKind: TypeKind.Interface } => "an interface, and which class is behind it is not known at build time: declare the class, or list those that there are with [PuddleUnion]",
        { IsAbstract: true, TypeKind: TypeKind.Class } => "an abstract class, and which class is behind it is not known at build time: declare the derived class, or list those that there are with [PuddleUnion]",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when !named.IsTupleType => WhyNotPlain(named),
        _ => null,
    };

    private static bool IsOf(ITypeSymbol type, string @namespace, params string[] names) => names.Any(name => type.Is(@namespace, name));

    private static bool DerivesFrom(ITypeSymbol type, string @namespace, params string[] names)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (IsOf(level, @namespace, names))
            {
                return true;
            }
        }

        return false;
    }

    private static string? WhyNotPlain(INamedTypeSymbol type)
    {
        if (!KnownTypes.IsPlain(type))
        {
            return $"'{type.ToDisplayString(TypeNames.Message)}', a type of a library that is not supported yet: copy what matters into a record of your own";
        }

        return type.AllInterfaces.Any(static @interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? "a collection of its own kind, whose elements would be lost: use an array, a List or a Dictionary"
            : null;
    }
}
