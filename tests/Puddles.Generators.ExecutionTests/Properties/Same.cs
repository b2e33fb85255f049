using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Compares values by what is in them, however deep.</summary>
internal static class Same
{
    public static bool Values(object? left, object? right)
    {
        if (left is null || right is null || left.Equals(right))
        {
            return left is null == right is null;
        }

        return left.GetType() == right.GetType() && (left, right) switch
        {
            (ITuple x, ITuple y) => Enumerable.Range(0, x.Length).All(index => Values(x[index], y[index])),
            (string, string) or (IConvertible, IConvertible) => false,
            (IDictionary x, IDictionary y) => x.Count == y.Count && x.Keys.Cast<object>().All(key => y.Contains(key) && Values(x[key], y[key])),
            (IEnumerable x, IEnumerable y) => Items(x, y),
            _ => Members(left, right),
        };
    }

    private static bool Items(IEnumerable left, IEnumerable right)
    {
        object?[] x = [.. left.Cast<object?>()];
        object?[] y = [.. right.Cast<object?>()];
        return x.Length == y.Length && x.Zip(y).All(pair => Values(pair.First, pair.Second));
    }

    private static bool Members(object left, object right)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance;
        PropertyInfo[] properties = [.. left.GetType().GetProperties(Visible).Where(static property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)];
        FieldInfo[] fields = left.GetType().GetFields(Visible);
        return properties.Length + fields.Length > 0
            && properties.All(property => Values(property.GetValue(left), property.GetValue(right)))
            && fields.All(field => Values(field.GetValue(left), field.GetValue(right)));
    }
}
