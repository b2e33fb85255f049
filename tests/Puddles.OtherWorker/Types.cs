namespace Puddles.TestTasks.Evolving;

internal sealed record Parcel(int Id, string? Label);

internal sealed record Sized(int X, int Y = 5);

internal enum Shade
{
    Light,
    Dark,
    Black,
}

internal sealed record Order(Line[] Lines);

internal sealed record Line(string Tag);
