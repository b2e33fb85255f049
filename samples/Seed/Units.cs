using Puddles;

namespace Samples;

/// <summary>A call and its arguments as one value.</summary>
internal static class Units
{
    public static async Task ShowAsync()
    {
        Show.Heading("Running unit(func, *a, **kw) callers");
        PuddleUnit<int>[] items =
        [
            Functions.UnitIndex(3, roo: "berry"),
            Functions.UnitIndex(4, foo: "bar"),
            Functions.UnitIndex(4, foo: "bar"),
            Functions.UnitIndex(4, foo: "bar"),
        ];
        await Show.ResultAsync("puddle.run(items)  # units", PuddlePool.Default.RunAllAsync(items));
    }
}
