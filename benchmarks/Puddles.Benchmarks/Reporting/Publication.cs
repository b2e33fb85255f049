using Benchmarks.Results;

namespace Benchmarks.Reporting;

/// <summary>Writes figures where they are read.</summary>
internal static class Publication
{
    private static string Page { get; } = Path.Combine(Repository.Root, "docs", "performance.md");

    private static string Folder { get; } = Path.Combine(Repository.Root, "docs", "performance");

    /// <summary>The JSON and the picture.</summary>
    public static async Task WriteAsync(string folder, RunResults results)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Figures(folder), results.Write());
        await File.WriteAllTextAsync(PictureIn(folder), Picture.Of(results));
    }

    /// <summary>The same into the documentation, and the page.</summary>
    public static async Task PublishAsync(RunResults results)
    {
        await WriteAsync(Folder, results);
        await File.WriteAllTextAsync(Page, PerformancePage.Fill(await File.ReadAllTextAsync(Page), results));
    }

    public static async Task RenderAsync() => await PublishAsync(await PublishedAsync());

    /// <summary>Whether page and picture are what the published JSON makes.</summary>
    public static async Task<bool> IsCurrentAsync()
    {
        RunResults results = await PublishedAsync();
        string page = await File.ReadAllTextAsync(Page);
        return page == PerformancePage.Fill(page, results) && await File.ReadAllTextAsync(PictureIn(Folder)) == Picture.Of(results);
    }

    private static async Task<RunResults> PublishedAsync() => RunResults.Parse(await File.ReadAllTextAsync(Figures(Folder)));

    private static string Figures(string folder) => Path.Combine(folder, "results.json");

    private static string PictureIn(string folder) => Path.Combine(folder, "picture.svg");
}
