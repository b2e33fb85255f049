namespace Puddles.Generators.Emitting;

/// <summary>Writes the module initializer of a program, which registers the tables.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(AssemblyModel assembly, bool hasTable)
    {
        SourceWriter source = GeneratedFile.Begin();
        source.Open($"namespace {assembly.GeneratedNamespace}");
        source.Line(GeneratedFile.TypeAttributes);
        source.Open("internal static class Registration");
        source.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        source.Open("internal static void Register()");
        if (hasTable)
        {
            source.Line($"{Names.Registry}.Register(new global::Puddles.Generated.{assembly.TableName}());");
        }

        foreach (string table in assembly.ReferencedTables)
        {
            source.Line($"{Names.Registry}.Register(new {table}());");
        }

        source.Close();
        source.Close();
        source.Close();
        return source.ToString();
    }
}
