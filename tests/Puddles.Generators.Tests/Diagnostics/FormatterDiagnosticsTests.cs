using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class FormatterDiagnosticsTests
{
    private const string Own = "internal sealed class F : IPuddleFormatter<A> { public static void Write(ref MessagePackWriter writer, A value) => writer.WriteNil(); public static A Read(ref MessagePackReader reader) => null!; } ";
    private const string Made = Header + Methods + "public F(long a, string b, Type c, DayOfWeek d) => _ = (a, b, c, d); } ";
    private const string Theirs = Header + Methods + "} ";
    private const string Header = " : IMessagePackFormatter<A?> { ";
    private const string Methods = "public void Serialize(ref MessagePackWriter writer, A? value, MessagePackSerializerOptions options) => writer.WriteNil(); public A? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => null; ";

    [Theory]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal class A { } internal class F { }", "'A' has the formatter 'F', which does not implement IPuddleFormatter<A>")]
    [InlineData("", "internal class A { [MessagePackFormatter(typeof(F))] public int X { get; set; } private class F { } }", "'A.X' has the formatter 'F', which generated code cannot name")]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F<>))]", "internal class A { } internal class F<T> { }", "which has another number of type parameters")]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal class A { } internal abstract class F" + Theirs, "which is no class that could be used")]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal class A { } internal class F(int x)" + Theirs, "which cannot be made")]
    [InlineData("", "[MessagePackFormatter(typeof(F))] internal class A { } " + Own, "'A' has the formatter 'F', which does not implement IMessagePackFormatter<A>")]
    [InlineData("", "[MessagePackObject] internal class A { [Key(0), MessagePackFormatter(typeof(Int32Formatter))] public int? X { get; set; } }", "'A.X' has the formatter 'Int32Formatter', which does not implement IMessagePackFormatter<int?>")]
    [InlineData("", "internal class A { [MessagePackFormatter(typeof(TypelessFormatter))] public object? X { get; set; } }", "makes whatever type a payload names")]
    public async Task Fires(string attribute, string types, string expected)
    {
        Diagnostic[] found = await Analysis.OfLibrary(Source(attribute, types));

        Assert.Equal(["PUD021"], found.Select(diagnostic => diagnostic.Id));
        Assert.Contains(expected, found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal abstract class A { } " + Own)]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal interface A { } internal class F" + Theirs)]
    [InlineData("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal class A : List<int> { } " + Own)]
    [InlineData("", "[MessagePackFormatter(typeof(F), 1, \"x\", typeof(int), DayOfWeek.Friday)] internal class A { } internal class F" + Made)]
    [InlineData("", "internal class A { [MessagePackFormatter(typeof(NullableInt32Formatter))] public int? X { get; set; } [MessagePackFormatter(typeof(NullableStringFormatter))] public string Y { get; set; } = \"\"; }")]
    public async Task Stays_quiet_and_compiles(string attribute, string types)
    {
        Assert.Empty(await Analysis.OfLibrary(Source(attribute, types)));
        DriverRun.On(TestCompilation.Library(Source(attribute, types))).AssertCompiles();
    }

    [Fact]
    public void A_formatter_is_part_of_the_contract_and_goes_before_members() =>
        Assert.Contains(
            "x: A by F\\n",
            DriverRun.On(TestCompilation.Library(Source("[assembly: PuddleFormatter(typeof(A), typeof(F))]", "internal class A { public int X { get; set; } } " + Own))).SourceOf("Jobs.F_"),
            StringComparison.Ordinal);

    [Fact]
    public void A_formatter_of_numbers_ends_their_blocks() =>
        Assert.Contains(
            "y: [double by F]",
            DriverRun.On(TestCompilation.Library(Source(
                "[assembly: PuddleFormatter(typeof(double), typeof(F))]",
                "internal class A { } internal sealed class F : IPuddleFormatter<double> { public static void Write(ref MessagePackWriter writer, double value) => writer.Write(value); public static double Read(ref MessagePackReader reader) => reader.ReadDouble(); }"))).SourceOf("Jobs.F_"),
            StringComparison.Ordinal);

    [Fact]
    public void Formatters_of_referenced_assemblies_count_where_others_can_name_them()
    {
        MetadataReference library = TestCompilation.Library("""
            using MessagePack;
            [assembly: PuddleFormatter(typeof(Lib.A), typeof(Lib.F))]
            [assembly: PuddleFormatter(typeof(DateTime), typeof(Lib.G))]
            namespace Lib
            {
                public abstract class A;
                public sealed class F : IPuddleFormatter<A> { public static void Write(ref MessagePackWriter writer, A value) { } public static A Read(ref MessagePackReader reader) => null!; }
                internal sealed class G : IPuddleFormatter<DateTime> { public static void Write(ref MessagePackWriter writer, DateTime value) { } public static DateTime Read(ref MessagePackReader reader) => default; }
            }
            """).WithAssemblyName("Lib").ToMetadataReference();
        DriverRun run = DriverRun.On(TestCompilation.Library("internal static class Jobs { [PuddleTask] internal static void F(Lib.A x, DateTime y) { } }").AddReferences(library));

        Assert.Contains("x: Lib.A by Lib.F\\ny: datetime", run.AssertCompiles().SourceOf("Jobs.F_"), StringComparison.Ordinal);
    }

    private static string Source(string attribute, string types) =>
        $"using MessagePack; using MessagePack.Formatters; {attribute} internal static class Jobs {{ [PuddleTask] internal static void F(A x, double[] y) {{ }} }} {types}";
}
