namespace Puddles.Generators.Parsing;

/// <summary>Tells what this generator made: an analyzer sees that among what the user wrote.</summary>
internal static class GeneratedMembers
{
    public const string Tool = "Puddles.Generators";

    public static bool Contains(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Is("System.CodeDom.Compiler", "GeneratedCodeAttribute") == true
            && attribute.ConstructorArguments.Length > 0
            && attribute.ConstructorArguments[0].Value is Tool);
}
