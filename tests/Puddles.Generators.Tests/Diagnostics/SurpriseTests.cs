using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class SurpriseTests
{
    private const string Types = """
        internal struct Large { public decimal A, B, C, D, E, F, G; public string? H, I; }
        internal struct Small { public decimal A, B, C, D, E, F, G; public long H; public int I; }
        internal struct Nested { public Large Inner; }
        [System.Runtime.CompilerServices.InlineArray(32)] internal struct Many { public int Element; }
        """;

    [Theory]
    [InlineData("internal static void F(Large x) { }", "Parameter 'x' of task 'Jobs.F(Large)' is the struct 'Large' of about 128 bytes")]
    [InlineData("internal static void F(Nested x) { }", "of about 128 bytes")]
    [InlineData("internal static Task<Large> F() => default!;", "The result of task 'Jobs.F()' is the struct 'Large'")]
    public async Task A_large_struct_is_named_with_its_size(string method, string expected)
    {
        Diagnostic found = Assert.Single(await Analysis.OfTask(method, Types));

        Assert.Equal("PUD027", found.Id);
        Assert.Contains(expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal static void F(Small x) { }")]
    [InlineData("internal static void F(Large[] x) { }")]
    [InlineData("internal static (Large, int) F(List<Large> x) => default;")]
    [InlineData("internal static void F((decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal) x) { }")]
    public async Task Other_values_are_not(string method) => Assert.Empty(await Analysis.OfTask(method, Types));

    [Theory]
    [InlineData("internal static int F(int x, CancellationToken ct) => x;")]
    [InlineData("internal static async Task F(CancellationToken ct) { await Task.Delay(1); }")]
    public async Task A_token_that_is_not_used_is_named(string method)
    {
        Diagnostic found = Assert.Single(await Analysis.OfTask(method));

        Assert.Equal("PUD028", found.Id);
        Assert.Contains("takes the token 'ct' and never uses it", found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("ct", found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("internal static Task F(CancellationToken ct) => Task.Delay(1, ct);")]
    [InlineData("internal static void F(CancellationToken ct) { Action check = () => ct.ThrowIfCancellationRequested(); check(); }")]
    [InlineData("internal static void F(CancellationToken ct) { Check(); void Check() => ct.ThrowIfCancellationRequested(); }")]
    [InlineData("internal static void F(PuddleContext context, CancellationToken ct) => context.CancellationToken.ThrowIfCancellationRequested();")]
    [InlineData("internal static int F(CancellationToken _) => 1;")]
    [InlineData("internal static int F(CancellationToken ct) => throw new NotImplementedException();")]
    [InlineData("internal static void F(CancellationToken ct) { throw new NotImplementedException(); }")]
    public async Task A_token_that_is_used_or_plainly_not_to_be_is_fine(string method) => Assert.Empty(await Analysis.OfTask(method));
}
