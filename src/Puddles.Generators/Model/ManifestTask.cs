namespace Puddles.Generators.Model;

/// <summary>A task as the manifest has it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Id">The hash of the name.</param>
/// <param name="EarlierIds">What else it answers to.</param>
/// <param name="Contract">The fingerprint of its schema.</param>
/// <param name="Parameters">What a caller passes.</param>
/// <param name="Result">The type of its result in the schema.</param>
internal sealed record ManifestTask(
    string Name,
    ulong Id,
    EquatableArray<ulong> EarlierIds,
    ulong Contract,
    EquatableArray<ManifestParameter> Parameters,
    string Result)
{
    /// <summary>The schema that the parameters and the result are parts of.</summary>
    public string Schema => SchemaFormat.Join(
        Parameters.Select(static parameter => SchemaFormat.Parameter(parameter.Name, parameter.Type, parameter.Default)),
        Result);

    public static ManifestTask Of(TaskModel task)
    {
        string[] lines = task.Identity.Schema.Split('\n');
        return new ManifestTask(
            task.Identity.Name,
            task.Identity.Id,
            task.Identity.EarlierIds,
            task.Identity.Contract,
            new(task.Passed.Select((parameter, index) => new ManifestParameter(parameter.Name, TypeIn(lines[index], parameter), parameter.Default))),
            lines[lines.Length - 1].Substring(SchemaFormat.Result.Length));
    }

    private static string TypeIn(string line, ParameterModel parameter)
    {
        string type = line.Substring(parameter.Name.Length + ": ".Length);
        return type.Substring(0, type.Length - SchemaFormat.Ending(parameter.Default).Length);
    }
}
