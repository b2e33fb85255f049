namespace Puddles.TestTasks;

public sealed record Line(int Tag);
