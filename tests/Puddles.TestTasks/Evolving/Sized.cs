namespace Puddles.TestTasks.Evolving;

public sealed record Sized(int X);
