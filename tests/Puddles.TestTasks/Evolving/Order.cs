namespace Puddles.TestTasks.Evolving;

public sealed record Order(Line[] Lines);
