namespace Puddles.TestTasks.Evolving;

public enum Shade
{
    Light,
    Dark,
}
