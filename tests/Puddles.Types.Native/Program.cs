using Puddles;
using Puddles.Generators.ExecutionTests;

Puddle.Init();
int passed = 0;
int failed = 0;
foreach (PuddleUnit unit in AllCases.Units)
{
    await Try(unit, "comes back", Check.ComesBackEqual);
}

foreach (PuddleUnit unit in AllCases.SmallUnits)
{
    await Try(unit, "is read with care", Hostility.Try);
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 && passed > 0 ? 0 : 1;

async Task Try(PuddleUnit unit, string what, Func<PuddleUnit, Task> check)
{
    try
    {
        await check(unit);
        passed++;
    }
    catch (Exception error)
    {
        failed++;
        Console.WriteLine($"FAILED: {unit.Task.Name} {what}: {error}");
    }
}
