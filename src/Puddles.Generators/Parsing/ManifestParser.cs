using System.Globalization;

namespace Puddles.Generators.Parsing;

/// <summary>Reads a manifest that an earlier build wrote.</summary>
internal static class ManifestParser
{
    public const string FileName = "Puddles.contract.json";

    private const int Version = 1;

    /// <exception cref="FormatException">It is none, or of another version.</exception>
    public static IReadOnlyList<ManifestTask> Parse(string text)
    {
        Dictionary<string, object> root = As<Dictionary<string, object>>(JsonReader.Read(text));
        return Get<int>(root, "version") == Version
            ? [.. Get<List<object>>(root, "tasks").Select(ParseTask)]
            : throw new FormatException("its version is not 1");
    }

    private static ManifestTask ParseTask(object value)
    {
        Dictionary<string, object> task = As<Dictionary<string, object>>(value);
        return new ManifestTask(
            Get<string>(task, "name"),
            Hex(Get<string>(task, "id")),
            new(task.ContainsKey("earlierIds") ? Get<List<object>>(task, "earlierIds").Select(static id => Hex(As<string>(id))) : []),
            Hex(Get<string>(task, "contract")),
            new(Get<List<object>>(task, "parameters").Select(ParseParameter)),
            Get<string>(task, "result"));
    }

    private static ManifestParameter ParseParameter(object value)
    {
        Dictionary<string, object> parameter = As<Dictionary<string, object>>(value);
        return new ManifestParameter(
            Get<string>(parameter, "name"),
            Get<string>(parameter, "type"),
            parameter.ContainsKey("default") ? Get<string>(parameter, "default") : null);
    }

    private static ulong Hex(string text) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : throw new FormatException($"'{text}' is no hexadecimal number");

    private static T Get<T>(Dictionary<string, object> members, string name) =>
        members.TryGetValue(name, out object? value) ? As<T>(value) : throw new FormatException($"'{name}' is missing");

    private static T As<T>(object value) => value is T typed ? typed : throw new FormatException("a value is not of the type that it has in a manifest");
}
