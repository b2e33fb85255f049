namespace Puddles.Contracts;

/// <summary>The schema of a task, taken apart.</summary>
/// <param name="Parameters">The parameters that a caller passes.</param>
/// <param name="Result">The result.</param>
internal sealed record Schema(IReadOnlyList<SchemaLine> Parameters, SchemaLine Result)
{
    public static Schema Parse(string text)
    {
        string[] lines = text.Split('\n');
        return new Schema(
            [.. lines.Where(static line => !IsResult(line)).Select(static line => SchemaReader.ReadParameter(line))],
            SchemaReader.ReadResult((lines.LastOrDefault(IsResult) ?? SchemaFormat.Result).Substring(SchemaFormat.Result.Length)));
    }

    private static bool IsResult(string line) => line.StartsWith(SchemaFormat.Result, StringComparison.Ordinal);
}
