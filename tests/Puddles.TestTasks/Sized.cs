namespace Puddles.TestTasks;

public sealed record Sized(int X);
