using System.Text.Json;
using Puddles.Package.Tests.Support;
using Xunit.Sdk;

namespace Puddles.Package.Tests;

/// <summary>The manifest of contracts, as a user of the package writes and keeps it.</summary>
[Collection(OnePackage.Name)]
public sealed class ContractTests(PuddlesPackage package)
{
    private const string Write = "-p:PuddlesContract=true";

    private const string Wider = """
        using Puddles;

        public sealed record Answer(int Value, int ProcessId);

        public static class Jobs
        {
            [PuddleTask]
            public static Answer Square(int x, string semicolon = "a; // b %41 \"c\"") => new(x * x, Environment.ProcessId);
        }
        """;

    [Fact]
    public async Task One_build_writes_it_and_the_next_ones_hold_the_code_to_it()
    {
        using Consumer consumer = new(package);
        consumer.AddProject("App", Consumer.References, "<OutputType>Exe</OutputType>", ("Program.cs", Consumer.Program), ("Jobs.cs", Consumer.Jobs));

        await consumer.DotnetAsync("App", "build", Write);
        string written = consumer.Read("App/Puddles.contract.json");
        string unchanged = await consumer.DotnetAsync("App", "build", "--no-restore");
        consumer.Write("App/Jobs.cs", Wider);
        var outdated = await Assert.ThrowsAsync<XunitException>(() => consumer.DotnetAsync("App", "build", "--no-restore"));
        await consumer.DotnetAsync("App", "build", "--no-restore", Write);
        string wider = consumer.Read("App/Puddles.contract.json");
        consumer.Write("App/Jobs.cs", Wider.Replace("int Value", "long Value", StringComparison.Ordinal));
        var broken = await Assert.ThrowsAsync<XunitException>(() => consumer.DotnetAsync("App", "build", "--no-restore"));

        JsonElement task = JsonDocument.Parse(written).RootElement.GetProperty("tasks")[0];
        Assert.Equal("Jobs.Square(int)", task.GetProperty("name").GetString());
        Assert.Equal("Answer {ProcessId: int, Value: int}", task.GetProperty("result").GetString());
        Assert.Contains("0 Warning(s)", unchanged, StringComparison.Ordinal);
        Assert.Contains("PUD026", outdated.Message, StringComparison.Ordinal);
        Assert.Equal(
            "%22a; // b %2541 %5C%22c%5C%22%22",
            JsonDocument.Parse(wider).RootElement.GetProperty("tasks")[0].GetProperty("parameters")[1].GetProperty("default").GetString());
        Assert.Contains("PUD025", broken.Message, StringComparison.Ordinal);
        Assert.Contains("'result.Value' is 'int' in the manifest and 'long' in the code", broken.Message, StringComparison.Ordinal);
    }
}
