using Benchmarks;
using Benchmarks.Contenders;
using Benchmarks.Reporting;
using Benchmarks.Results;
using Benchmarks.Running;
using Benchmarks.Works;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 64;
}

switch (options.Action)
{
    case WhatToDo.List:
        Catalogue.All.ToList().ForEach(contender => Console.WriteLine($"{contender.Id,-24}{contender.Name}"));
        Figure.All.Select(figure => figure.Work).Distinct().ToList().ForEach(work => Console.WriteLine($"work {work}"));
        return 0;
    case WhatToDo.Render:
        await Publication.RenderAsync();
        return 0;
    case WhatToDo.Check:
        return await Publication.IsCurrentAsync() ? 0 : 1;
    case WhatToDo.Build:
        await new Entry(options).EnterAsync();
        return 0;
}

(List<Entrant> entrants, List<Omission> skipped) = await new Entry(options).EnterAsync();
RunResults results = await new Session(entrants, new Plan(options)).RunAsync(skipped);
Console.WriteLine(PlainTable.Of(results));
await Publication.WriteAsync(options.Output, results);
if (options.Publish)
{
    await Publication.PublishAsync(results);
}

return results.PuddlesFailed ? 1 : 0;
