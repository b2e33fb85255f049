using Puddles;
using Samples;

Puddle.Init();

await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 2 }.UseHead<PrimeHead>());

int[] numbers = [.. Enumerable.Range(999_900, 100)];
bool[] prime = await pool.RunAllAsync(numbers.Select(Jobs.UnitIsPrime));

Console.WriteLine($"primes: {string.Join(' ', numbers.Where((_, index) => prime[index]))}");
Console.WriteLine($"tables loaded: {(await pool.RunAllAsync(Jobs.CountLoads(20))).Max()} in each worker");
