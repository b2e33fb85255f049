using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

public class SurfaceTests
{
    private const string Jobs = """
        internal static class Jobs
        {
            [PuddleTask] internal static int Count(Kind kind, Part part, Size size, int times = Numbers.Two)
            {
                int all = times; // one
                return Inner() + all;

                int Inner() => 1;
            }

            [PuddleTask] internal static Derived Arrow(Derived x, Computed? c = null) => x;

        #nullable enable
            [PuddleTask] internal static string Text(string text) => text;

            [PuddleTask] internal static int Sum(Pair[] pairs) => 0;

            internal static void Elsewhere() { }

            [PuddleTask] internal static string Last(string text) => text;
        }
        """;

    private const string Types = """
        internal static class Numbers { internal const int One = 1; internal const int Two = One + 1; internal static int Three() => 3; }

        internal enum Size { Small, Large }

        internal partial record Part { public Part() { Third = 5; } public int Third { get; set; } }

        internal partial struct Pair(int c) { public int A; public int B; }

        internal class Base { public int X { get; set; } public static Base operator +(Base a, Base b) => a; ~Base() { } }

        internal class Derived : Base { public string? Note { get; set; } }

        internal class Computed { public int Y { get; set; } public int Value { get => 1; } }

        internal class Head : ProcessHead;
        """;

    private const string More = """
        internal partial record Part { }

        internal partial struct Pair { public int C() => 0; }
        """;

    private static readonly CSharpCompilation Original = TestCompilation.Program("Puddle.Init(); int zero = 0; Console.WriteLine(zero);", Jobs, Types, More)
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText("global using Kind = System.Int32;", CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14), "Globals.cs"));

    [Theory]
    [InlineData("int all = times;", "int all = times + 1;")]
    [InlineData("// one", "// two")]
    [InlineData("int Inner() => 1;", "int Inner() => 2; string More(string? text) => text!;")]
    [InlineData("=> x;", "=> new();")]
    [InlineData("Elsewhere() { }", "Elsewhere() { var y = new { Z = 1 }; }")]
    [InlineData("Third = 5;", "Third = 6;")]
    [InlineData("=> a;", "=> b;")]
    [InlineData("~Base() { }", "~Base() { GC.KeepAlive(this); }")]
    [InlineData("int zero = 0;", "int zero = 1;")]
    [InlineData("Three() => 3;", "Three() => 4;")]
    public void What_only_a_body_says_is_not_parsed_again(string before, string after) =>
        DriverRun.On(Original).Then(Replace(before, after)).AssertNotParsed();

    [Theory]
    [InlineData("const int One = 1;", "const int One = 2;")]
    [InlineData("int times = Numbers.Two", "int times = 3")]
    [InlineData("partial record Part { }", "partial record Part { public int More { get; set; } }")]
    [InlineData("Kind = System.Int32", "Kind = System.Int64")]
    [InlineData("public int Third", "[System.Runtime.Serialization.IgnoreDataMember] public int Third")]
    [InlineData("internal partial record Part { p", "[MessagePack.MessagePackObject(true)] internal partial record Part { p")]
    [InlineData("Small, Large", "Small, Medium, Large")]
    [InlineData("public int X {", "public long X {")]
    [InlineData("get => 1;", "get => field;")]
    [InlineData("C() => 0", "C() => c")]
    [InlineData("#nullable enable", "#nullable disable")]
    [InlineData("Elsewhere() { }", "Elsewhere() {\n#nullable disable\n}")]
    [InlineData("public string? Note { get; set; }", "\n#if NEVER\npublic string? Note { get; set; }\n#endif\n")]
    [InlineData("[PuddleTask] internal static string Text", "[PuddleTask(Idempotent = true)] internal static string Text")]
    [InlineData("[PuddleTask] internal static string Text", "internal static string Text")]
    [InlineData("internal static void Elsewhere", "[PuddleTask] internal static void Elsewhere")]
    [InlineData("class Head : ProcessHead;", "class Head(int x) : ProcessHead { public int X => x; }")]
    [InlineData("class Head : ProcessHead;", "class Head : ProcessHead { protected override ValueTask RunAsync(PuddleContext call, Func<ValueTask> next) => next(); }")]
    public void What_a_declaration_says_is_parsed_again(string before, string after) => AssertDiffers(Replace(before, after));

    [Fact]
    public void So_is_what_references_and_options_say()
    {
        CSharpCompilationOptions options = Original.Options;
        AssertDiffers(Original.AddReferences(TestLibrary.Reference));
        AssertDiffers(Original.WithAssemblyName("Store"));
        AssertDiffers(Original.WithOptions(options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)));
        AssertDiffers(Original.WithOptions(options.WithNullableContextOptions(NullableContextOptions.Disable)));
    }

    [Fact]
    public void So_is_what_the_path_of_a_file_says()
    {
        SyntaxTree jobs = Tree("class Jobs");

        AssertDiffers(Original.ReplaceSyntaxTree(jobs, jobs.WithFilePath("Jobs.g.cs")));
    }

    [Fact]
    public void So_is_another_version_of_a_referenced_project()
    {
        CSharpCompilation library = TestCompilation.Library("public class Shared { public int X { get; set; } }").WithAssemblyName("Lib");
        CSharpCompilation changed = TestCompilation.Library("public class Shared { public long X { get; set; } }").WithAssemblyName("Lib");
        CSharpCompilation user = Original.AddSyntaxTrees(TestCompilation.Parse("static class Users { [PuddleTask] internal static Shared Use(Shared s) => s; }", "Users.cs"));

        AssertSameAsAnew(DriverRun.On(user.AddReferences(library.ToMetadataReference())).Then(user.AddReferences(changed.ToMetadataReference())), user.AddReferences(changed.ToMetadataReference()));
    }

    [Theory]
    [InlineData("using Job = Puddles.PuddleTaskAttribute; static class C { [Job] internal static int F() => 1; }")]
    [InlineData("using JobAttribute = Puddles.PuddleTaskAttribute; static class C { [Job] internal static int F() => 1; }")]
    [InlineData("using A = Puddles.PuddleTaskAttribute; namespace N { using B = A; static class C { [B] internal static int F() => 1; } }")]
    [InlineData("static class C { [global::Puddles.PuddleTask] internal static int F() => 1; }")]
    [InlineData("static class C { [Obsolete, @PuddleTaskAttribute()] internal static int F() => 1; }")]
    [InlineData("using P = Puddles; static class C { [P::PuddleTask] internal static int F() => 1; }")]
    public void Tasks_are_found_however_their_attribute_is_spelled(string source) =>
        Assert.Contains(DriverRun.On(TestCompilation.Library(source)).Sources, file => file.HintName.StartsWith("C.F_", StringComparison.Ordinal));

    private static void AssertDiffers(CSharpCompilation changed)
    {
        DriverRun before = DriverRun.On(Original);
        DriverRun after = before.Then(changed);

        AssertSameAsAnew(after, changed);
        Assert.NotEqual(Texts(before), Texts(after));
    }

    private static void AssertSameAsAnew(DriverRun run, CSharpCompilation compilation) => Assert.Equal(Texts(DriverRun.On(compilation)), Texts(run));

    private static Dictionary<string, string> Texts(DriverRun run) => run.Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static SyntaxTree Tree(string part) => Original.SyntaxTrees.Single(tree => tree.ToString().Contains(part, StringComparison.Ordinal));

    private static CSharpCompilation Replace(string before, string after)
    {
        SyntaxTree tree = Tree(before);
        return Original.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.ToString().Replace(before, after, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath));
    }
}
