namespace Puddles.TestTasks.Evolving;

public sealed record Parcel(int Id, string? Note);
