namespace Puddles.TestTasks;

public sealed record Parcel(int Id, string? Note);
