using System.Globalization;

namespace Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Measures Puddles beside its peers; prints a table, and writes results.json and picture.svg to artifacts/benchmarks.

          --quick             one short pass, without the longest works
          --passes N          how often everything is measured; 3 unless quick
          --contenders A,B    only those whose id contains one of these
          --works A,B         only these
          --output FOLDER     where to write
          --publish           write the figures into docs/performance.md as well
          --build             build the contenders, and end
          --no-build          take them as they were built before
          --list              the contenders and the works, and end
          --render            write docs/performance.md anew from docs/performance/results.json, and end
          --check             end with 1 if --render would change anything
        """;

    public WhatToDo Action { get; init; }

    public bool Quick { get; init; }

    public int? Passes { get; init; }

    public string[] Contenders { get; init; } = [];

    public string[] Works { get; init; } = [];

    public bool NoBuild { get; init; }

    public bool Publish { get; init; }

    public string Output { get; init; } = Repository.Artifacts;

    /// <returns>Null where the command line is not understood.</returns>
    public static Options? Parse(string[] args)
    {
        Options? options = new();
        var rest = new Queue<string>(args);
        while (options is not null && rest.TryDequeue(out string? argument))
        {
            options = argument switch
            {
                "--quick" => options with { Quick = true },
                "--publish" => options with { Publish = true },
                "--no-build" => options with { NoBuild = true },
                "--build" => options with { Action = WhatToDo.Build },
                "--list" => options with { Action = WhatToDo.List },
                "--render" => options with { Action = WhatToDo.Render },
                "--check" => options with { Action = WhatToDo.Check },
                _ => rest.TryDequeue(out string? value) ? options.With(argument, value) : null,
            };
        }

        return options;
    }

    public bool Wants(string contender) => Contenders.Length == 0 || Contenders.Any(contender.Contains);

    private Options? With(string name, string value) => name switch
    {
        "--passes" when int.TryParse(value, CultureInfo.InvariantCulture, out int passes) && passes > 0 => this with { Passes = passes },
        "--contenders" => this with { Contenders = value.Split(',') },
        "--works" => this with { Works = value.Split(',') },
        "--output" => this with { Output = value },
        _ => null,
    };
}
