using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>Walks all that the generator keeps between runs, and demands that none of it is the compiler's.</summary>
internal static class StepValues
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol),
        typeof(SyntaxNode),
        typeof(SyntaxToken),
        typeof(SyntaxTree),
        typeof(SyntaxReference),
        typeof(Compilation),
        typeof(SemanticModel),
        typeof(Location),
        typeof(AttributeData),
        typeof(TypedConstant),
        typeof(IOperation),
        typeof(Diagnostic),
        typeof(MetadataReference),
    ];

    public static void AssertFreeOfRoslyn(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in TrackingNames.All)
        {
            if (result.TrackedSteps.TryGetValue(step, out var runs))
            {
                foreach ((object value, _) in runs.SelectMany(run => run.Outputs))
                {
                    Walk(value, step, seen);
                }
            }
        }
    }

    public static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Type? culprit = Forbidden.FirstOrDefault(type => type.IsInstanceOfType(value));
        Assert.True(culprit is null, $"{path} keeps a {culprit?.Name}: {value.GetType()}.");
        if (value is IEnumerable items and not IDictionary)
        {
            int index = 0;
            foreach (object? item in items)
            {
                Walk(item, $"{path}[{index++}]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
