using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

public class TableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(32, 1)]
    [InlineData(500, 257)]
    public void A_large_table_is_looked_up_in_small_switches(int tasks, int mostSwitches)
    {
        // Each has an earlier id as well.
        string source = string.Join("\n", Enumerable.Range(0, tasks).Select(task => $"[PuddleTask] internal static int F{task}(int x = 1) => x;"));

        string table = DriverRun.On(TestCompilation.Library($"internal static class Jobs {{ {source} }}")).AssertCompiles().SourceOf("TaskTable");

        Assert.Equal(2 * tasks, Regex.Count(table, @"case 0x[0-9A-F]{16}UL: return F"));
        SwitchStatementSyntax[] switches = [.. CSharpSyntaxTree.ParseText(table).GetRoot().DescendantNodes().OfType<SwitchStatementSyntax>()];
        Assert.InRange(switches.Length, 1, mostSwitches);
        Assert.InRange(switches.Max(one => one.Sections.Count), 1, 257);
    }
}
