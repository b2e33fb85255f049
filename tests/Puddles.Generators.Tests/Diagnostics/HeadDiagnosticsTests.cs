using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class HeadDiagnosticsTests
{
    [Theory]
    [InlineData("abstract class H : ProcessHead;", "H", "abstract")]
    [InlineData("class H<T> : ProcessHead;", "H<int>", "generic")]
    [InlineData("class G<T> { internal class H : ProcessHead; }", "G<int>.H", "generic")]
    [InlineData("class H(int x) : ProcessHead { public int X => x; }", "H", "without parameters")]
    [InlineData("class H : ProcessHead { private H() { } }", "H", "without parameters")]
    [InlineData("class H : ProcessHead { public required int X { get; init; } }", "H", "required")]
    [InlineData("file class H : ProcessHead;", "H", "name")]
    public async Task Fires(string head, string name, string reason)
    {
        Diagnostic found = Assert.Single(await Analysis.OfLibrary($"static class C {{ internal static void F() => new ProcessPoolOptions().UseHead<{name}>(); }} {head}"));

        Assert.Equal("PUD016", found.Id);
        Assert.Contains(reason, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fires_for_a_class_that_only_its_own_class_can_name() =>
        Assert.Equal("PUD016", Assert.Single(await Analysis.OfLibrary(
            "static class C { internal static void F() => new ProcessPoolOptions().UseHead<H>(); private class H : ProcessHead; }")).Id);

    [Theory]
    [InlineData("class H : ProcessHead;", "H")]
    [InlineData("class H : InfoHead { internal H() { } }", "H")]
    [InlineData("abstract class B<T> : ProcessHead; class H : B<int>;", "H")]
    [InlineData("class H : ProcessHead { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public H() => X = 1; public required int X { get; init; } }", "H")]
    [InlineData("", "InfoHead")]
    [InlineData("", "ProcessHead")]
    public async Task Is_silent(string head, string name) =>
        Assert.Empty(await Analysis.OfLibrary($"static class C {{ internal static void F() => new ProcessPoolOptions().UseHead<{name}>(); }} {head}"));

    [Fact]
    public async Task Is_silent_where_the_head_is_chosen_elsewhere() =>
        Assert.Empty(await Analysis.OfLibrary("static class C { internal static void F<T>() where T : ProcessHead => new ProcessPoolOptions().UseHead<T>(); }"));
}
