using System.Reflection;
using Puddles.Generators.ExecutionTests.Tasks;
using Puddles.Hosting;

namespace Puddles.Generators.ExecutionTests;

public class TableTests
{
    private static readonly TaskTable Table = (TaskTable)Activator.CreateInstance(
        typeof(TableTests).Assembly.GetCustomAttribute<PuddleTableAttribute>()!.Table)!;

    [Fact]
    public void Every_id_is_found_and_they_ascend()
    {
        ulong[] ids = Table.Ids.ToArray();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(id, Table.Find(id)!.Id));
        Assert.Null(Table.Find(1));
    }

    [Fact]
    public void There_is_one_definition_of_each() => Assert.Same(Table.Find(Table.Ids[0]), Table.Find(Table.Ids[0]));

    [Fact]
    public void A_program_registers_its_table_when_it_starts() => Assert.NotNull(TaskRegistry.Find(Table.Ids[0]));

    [Fact]
    public void Names_and_schemas_say_what_goes_over_the_wire()
    {
        TaskDefinition task = Kinds.UnitInjected(1).Task;

        Assert.Equal("Puddles.Generators.ExecutionTests.Tasks.Kinds.Injected(int,string)", task.Name);
        Assert.Equal("x: int\ny: string = default\n-> string", task.Schema);
        Assert.Equal("y", task.ParameterName(1));
        Assert.Equal(Fnv1a(task.Name), task.Id);
        Assert.Equal(Fnv1a(task.Schema), task.Contract);
    }

    [Fact]
    public void A_recursive_type_stands_by_name_where_it_comes_again()
    {
        const string Node = "Puddles.Generators.ExecutionTests.Tasks.Node";

        Assert.StartsWith($"x: {Node} {{Children: [{Node}], Next: {Node}?, Value: int}}\n", Echo.UnitOf(new Node()).Task.Schema, StringComparison.Ordinal);
    }

    [Fact]
    public void An_enum_stands_with_its_values() =>
        Assert.StartsWith("x: enum Puddles.Generators.ExecutionTests.Tasks.Tiny: sbyte {High = 127, Low = -128, Zero = 0}\n", Echo.UnitOf(Tiny.Low).Task.Schema, StringComparison.Ordinal);

    private static ulong Fnv1a(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in System.Text.Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 1099511628211;
        }

        return hash;
    }
}
