namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>Code with tasks of several kinds, for tests that are not about what is generated.</summary>
internal static class Samples
{
    public const string Order = """
        namespace Shop;

        internal sealed record Order(int Id, string Customer, Line[] Lines);

        internal sealed record Line(string Product, decimal Price);
        """;

    public const string Jobs = """
        namespace Shop;

        internal static class Jobs
        {
            [PuddleTask]
            internal static int Square(int x) => x * x;

            [PuddleTask]
            internal static Order Ship(Order order) => order;
        }
        """;

    public const string Other = """
        namespace Shop;

        internal partial class Other
        {
            [PuddleTask]
            private static async Task<Line> First(Order order)
            {
                await Task.Yield();
                return order.Lines[0];
            }
        }
        """;
}
