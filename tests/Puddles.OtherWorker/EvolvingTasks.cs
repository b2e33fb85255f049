namespace Puddles.TestTasks.Evolving;

/// <summary>The tasks of the same name in Puddles.TestTasks, in another build of it: what is new there is old here and the other way round.</summary>
internal static class EvolvingTasks
{
    [PuddleTask]
    internal static string Grown(int x) => $"{x}";

    [PuddleTask]
    internal static string Shrunk(int x, string tag = "none", int? y = 2) => $"{x} {tag} {y}";

    [PuddleTask]
    internal static Parcel Echo(Parcel parcel) => parcel;

    [PuddleTask]
    internal static Parcel Labelled() => new(1, "new here");

    [PuddleTask]
    internal static int Sum(Sized sized) => sized.X + sized.Y;

    [PuddleTask]
    internal static Shade Darken(Shade shade) => shade;

    [PuddleTask]
    internal static int Deep(Order order) => order.Lines.Length;
}
