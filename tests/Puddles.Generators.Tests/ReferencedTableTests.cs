using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

public class ReferencedTableTests
{
    [Fact]
    public void A_program_without_tasks_registers_those_that_it_references()
    {
        DriverRun run = DriverRun.On(TestCompilation.Program("Puddle.Init();").AddReferences(TestLibrary.Reference)).AssertCompiles();

        Assert.Contains("Registry.Register(new global::Puddles.Generated.TaskTable_Shop_Lib_", run.SourceOf("Registration"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Sources, source => source.HintName == "TaskTable.g.cs");
    }

    [Fact]
    public void A_library_registers_none() =>
        Assert.Empty(DriverRun.On(TestCompilation.Library("").AddReferences(TestLibrary.Reference)).Sources);

    [Fact]
    public void A_program_registers_its_own_too()
    {
        DriverRun run = DriverRun.On(TestCompilation.Program("Puddle.Init();", Samples.Order, Samples.Jobs).AddReferences(TestLibrary.Reference));

        string registration = run.AssertCompiles().SourceOf("Registration");
        Assert.Contains("TaskTable_Shop_Lib_", registration, StringComparison.Ordinal);
        Assert.Contains("new global::Puddles.Generated.TaskTable_Shop_", registration.Replace("TaskTable_Shop_Lib_", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
