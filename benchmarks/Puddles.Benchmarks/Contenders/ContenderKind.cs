using System.Text.Json.Serialization;

namespace Benchmarks.Contenders;

/// <summary>What something is that is measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContenderKind>))]
internal enum ContenderKind
{
    Puddles,
    ProcessPool,
    Rpc,
    FreshProcess,
    ThreadPool,
    Floor,
}
