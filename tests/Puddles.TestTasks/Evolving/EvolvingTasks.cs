namespace Puddles.TestTasks.Evolving;

/// <summary>Tasks that Puddles.OtherWorker has as another build of this library would.</summary>
public static class EvolvingTasks
{
    [PuddleTask]
    public static string Grown(int x, string tag = "none", int? y = null) => $"{x} {tag} {y}";

    [PuddleTask]
    public static string Shrunk(int x) => $"{x}";

    [PuddleTask]
    public static Parcel Echo(Parcel parcel) => parcel;

    [PuddleTask]
    public static Parcel Labelled() => new(1, null);

    [PuddleTask]
    public static int Sum(Sized sized) => sized.X;

    [PuddleTask]
    public static Shade Darken(Shade shade) => shade;

    [PuddleTask]
    public static int Deep(Order order) => order.Lines.Length;

    [PuddleTask]
    public static int OnlyHere(int x = 1) => x;
}
