namespace Puddles.Generators.Model;

/// <summary>One task: all that its generated file says.</summary>
/// <param name="Key">A name for its generated types, unique in the assembly.</param>
/// <param name="DocumentationId">What documentation refers to the method by.</param>
/// <param name="Method">The name of the method as code spells it.</param>
/// <param name="Title">The name of the method for the names of the helpers.</param>
/// <param name="Accessibility">The accessibility of the helpers.</param>
/// <param name="Container">The type that it is declared in.</param>
/// <param name="GeneratedNamespace">The namespace for what nobody types.</param>
/// <param name="OverrideAccessibility">How overrides in its unit are declared.</param>
/// <param name="Identity">What names it on the wire, and what it promises.</param>
/// <param name="Completion">How it tells that it is done.</param>
/// <param name="Result">What it returns; null for none.</param>
/// <param name="Parameters">All parameters, in their order.</param>
/// <param name="Names">What the helpers call the parameters that are their own.</param>
/// <param name="Types">The types that need a codec, by ordinal order of their names.</param>
internal sealed record TaskModel(
    string Key,
    string DocumentationId,
    string Method,
    string Title,
    string Accessibility,
    ContainerModel Container,
    string GeneratedNamespace,
    string OverrideAccessibility,
    TaskIdentity Identity,
    Completion Completion,
    TypeRef? Result,
    EquatableArray<ParameterModel> Parameters,
    HelperNames Names,
    EquatableArray<TypeModel> Types)
{
    /// <summary>The parameters that the caller passes.</summary>
    public IEnumerable<ParameterModel> Passed => Parameters.Where(static parameter => parameter.Kind == ParameterKind.Serialized);

    /// <summary>How many of the last of them a call may lack.</summary>
    public int OptionalCount => Passed.Reverse().TakeWhile(static parameter => parameter.Default is not null).Count();
}
