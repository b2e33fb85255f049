namespace Puddles.Generators.Model;

/// <summary>The assembly that is compiled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="GeneratedNamespace">The namespace for what nobody types.</param>
/// <param name="TableName">The name of its table, which no other assembly has.</param>
/// <param name="IsExecutable">Whether it is a program, which registers tables.</param>
/// <param name="ReferencedTables">The tables of the assemblies that it references, as C#, by ordinal order.</param>
internal sealed record AssemblyModel(
    string Name,
    string GeneratedNamespace,
    string TableName,
    bool IsExecutable,
    EquatableArray<string> ReferencedTables);
