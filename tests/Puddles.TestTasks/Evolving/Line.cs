namespace Puddles.TestTasks.Evolving;

public sealed record Line(int Tag);
