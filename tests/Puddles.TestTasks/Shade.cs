namespace Puddles.TestTasks;

public enum Shade
{
    Light,
    Dark,
}
