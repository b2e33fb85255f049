namespace Puddles.Generators.Model;

/// <summary>One parameter of a task.</summary>
/// <param name="Kind">Where its value comes from.</param>
/// <param name="Name">The name as the user wrote it, without an @.</param>
/// <param name="Identifier">The name as code spells it.</param>
/// <param name="Type">The type; null where it is injected.</param>
/// <param name="Default">The default value as C#; null where there is none.</param>
/// <param name="IsParams">Whether it takes a list of arguments.</param>
/// <param name="HeadType">The type of the head that it asks for, as C#; null where it asks for none.</param>
internal sealed record ParameterModel(
    ParameterKind Kind,
    string Name,
    string Identifier,
    TypeRef? Type,
    string? Default,
    bool IsParams,
    string? HeadType);
