namespace Puddles.TestTasks;

/// <summary>A task whose argument and result are nested deep enough to go wrong in many places.</summary>
public static class OrderTasks
{
    [PuddleTask]
    public static Order Echo(Order order) => order;
}

public sealed record Order(int Id, List<OrderLine> Lines, Dictionary<string, int> Stock, Order? Next = null);

public sealed record OrderLine(Product Product, byte Count);

public sealed record Product(string Tag);
