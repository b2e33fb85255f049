using System.Collections;
using System.Runtime.CompilerServices;

namespace Samples;

/// <summary>Prints an example of the document: its Python, the C# that stands for it, and what that gave.</summary>
internal static class Show
{
    /// <summary>Begins a section of the document.</summary>
    public static void Heading(string text)
    {
        Console.WriteLine(text);
        Console.WriteLine(new string('=', text.Length));
    }

    /// <summary>Waits for an example and prints it. The C# is the very expression that the caller wrote.</summary>
    public static async Task ResultAsync<T>(string python, Task<T> result, [CallerArgumentExpression(nameof(result))] string csharp = "")
    {
        Console.WriteLine($"Python  {python}");
        Console.WriteLine($"C#      await {csharp}");
        Console.WriteLine($"        {Text(await result)}");
        Console.WriteLine();
    }

    private static string? Text(object? value) => value is IEnumerable items and not string
        ? $"({string.Join(", ", items.Cast<object?>().Select(Text))})"
        : value?.ToString();
}
