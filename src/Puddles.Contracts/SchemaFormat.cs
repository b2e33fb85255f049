namespace Puddles.Contracts;

/// <summary>How the lines of a schema are spelled.</summary>
internal static class SchemaFormat
{
    /// <summary>What ends a parameter or a member that has a default.</summary>
    public const string Optional = " = default";

    /// <summary>What the line of the result begins with.</summary>
    public const string Result = "-> ";

    /// <summary>What ends a parameter or a member: that it has a default matters to the other side, not which.</summary>
    /// <param name="value">The default; null for none.</param>
    public static string Ending(string? value) => value is null ? "" : Optional;

    /// <summary>The line of a parameter.</summary>
    public static string Parameter(string name, string type, string? value) => $"{name}: {type}{Ending(value)}";

    /// <summary>The whole schema.</summary>
    public static string Join(IEnumerable<string> parameters, string result) => string.Join("\n", parameters.Concat([Result + result]));
}
