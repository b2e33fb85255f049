using Benchmarks.Contenders;

namespace Benchmarks;

/// <summary>Measures every contender several times, in turns so that a machine that drifts drifts for all, and prints the medians.</summary>
internal static class Comparison
{
    private const int Passes = 3;
    private const int Starts = 15;

    public static async Task RunAsync()
    {
        var skipped = new List<string>();
        var contenders = new List<Contender>();
        foreach (Func<Task<Contender>> open in new[] { Built.NativeAsync, () => Task.FromResult(Built.JustInTime()), Floor.BlockedSocketAsync })
        {
            try
            {
                contenders.Add(await open());
            }
            catch (SkippedException why)
            {
                skipped.Add(why.Message);
            }
        }

        Dictionary<string, List<double>>[] measured = [.. contenders.Select(_ => new Dictionary<string, List<double>>())];
        for (int pass = 1; pass <= Passes; pass++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                Console.Error.WriteLine($"pass {pass} of {Passes}: {contenders[i].Name}");
                await MeasureAsync(contenders[i], measured[i]);
            }
        }

        Dictionary<string, double>[] medians =
            [.. measured.Select(figures => figures.ToDictionary(figure => figure.Key, figure => Figures.Median(figure.Value)))];
        CompareToFloor(medians, contenders.FindIndex(contender => contender.IsFloor));
        Table.Print([.. contenders.Select(contender => contender.Name)], medians);
        skipped.ForEach(what => Console.WriteLine($"skipped {what}"));
    }

    private static void CompareToFloor(Dictionary<string, double>[] medians, int floor)
    {
        foreach (Dictionary<string, double> figures in floor < 0 ? [] : medians)
        {
            figures[Figures.RoundTripToFloor] = figures[Figures.RoundTripMedian] / medians[floor][Figures.RoundTripMedian];
        }
    }

    private static async Task MeasureAsync(Contender contender, Dictionary<string, List<double>> figures)
    {
        foreach ((string name, double value) in Figures.Read(await Command.RunAsync(contender.Measure)).Concat(contender.Sizes))
        {
            Add(name, value);
        }

        for (int i = 0; contender.First is not null && i < Starts; i++)
        {
            Add(Figures.FirstResult, (await Command.TimeToFirstLineAsync(contender.First)).TotalMilliseconds);
        }

        void Add(string name, double value)
        {
            if (!figures.TryGetValue(name, out List<double>? values))
            {
                figures[name] = values = [];
            }

            values.Add(value);
        }
    }
}
