namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>An order.</summary>
public sealed record Order(int Id, string Customer, string? Note, Line[] Lines);

/// <summary>A line of an order.</summary>
public sealed record Line(string Product, decimal Price);

/// <summary>Tasks on a static class that is not partial.</summary>
public static class Basics
{
    [PuddleTask]
    public static int Square(int x) => x * x;

    [PuddleTask]
    public static void Nothing()
    {
    }

    [PuddleTask]
    public static Order Discount(Order order, decimal by) =>
        order with { Lines = [.. order.Lines.Select(line => line with { Price = line.Price - by })] };

    [PuddleTask]
    public static async Task<string> Fetch(string url, int retries = 2, CancellationToken ct = default)
    {
        await Task.Delay(1, ct);
        return $"{url}:{retries}";
    }
}
