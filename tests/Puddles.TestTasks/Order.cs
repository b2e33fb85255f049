namespace Puddles.TestTasks;

public sealed record Order(Line[] Lines);
