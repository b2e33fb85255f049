using Puddles.Package.Tests.Support;

namespace Puddles.Package.Tests;

/// <summary>What a user does with the package, in a folder that knows nothing of the repository.</summary>
[Collection(OnePackage.Name)]
public sealed class ConsumerTests(PuddlesPackage package)
{
    private const string Executable = "<OutputType>Exe</OutputType>";

    [Fact]
    public async Task A_new_console_project_builds_without_a_warning_and_runs_a_task_in_another_process()
    {
        using Consumer consumer = new(package);
        consumer.AddProject("App", Consumer.References, Executable, ("Program.cs", Consumer.Program), ("Jobs.cs", Consumer.Jobs));

        string built = await consumer.DotnetAsync("App", "build");
        string ran = await consumer.DotnetAsync("App", "run", "--no-build");

        Assert.Contains("0 Warning(s)", built, StringComparison.Ordinal);
        Assert.Equal(Consumer.Expected, ran.Trim());
    }

    [Fact]
    public async Task It_publishes_native_without_a_warning_and_runs_a_task_in_another_process()
    {
        using Consumer consumer = new(package);
        consumer.AddProject("App", Consumer.References, Executable, ("Program.cs", Consumer.Program), ("Jobs.cs", Consumer.Jobs));

        string published = await consumer.PublishNativeAsync("App");

        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Consumer.Expected, (await consumer.RunPublishedAsync("App")).Trim());
    }

    [Fact]
    public async Task MessagePack_3_beside_it_works_just_in_time_and_native()
    {
        using Consumer consumer = new(package);

        // The analyzer is named, and its downgrade let pass, for registries that lack the one that MessagePack 3 asks for.
        string references = $"""
            {Consumer.References}
            <PackageReference Include="MessagePack" Version="3.1.12" />
            <PackageReference Include="MessagePackAnalyzer" Version="2.5.307" />
            """;
        string program = $"""
            {Consumer.Program}
            Console.WriteLine($"MessagePack {"{"}typeof(MessagePack.MessagePackWriter).Assembly.GetName().Version!.Major{"}"}");
            """;
        consumer.AddProject(
            "App", references, $"{Executable}<NoWarn>$(NoWarn);NU1605</NoWarn>", ("Program.cs", program), ("Jobs.cs", Consumer.Jobs));

        string ran = await consumer.DotnetAsync("App", "run");
        string published = await consumer.PublishNativeAsync("App");

        string[] expected = [Consumer.Expected, "MessagePack 3"];
        Assert.Equal(expected, ran.Trim().Split(Environment.NewLine));
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected, (await consumer.RunPublishedAsync("App")).Trim().Split(Environment.NewLine));
    }

    [Fact]
    public async Task A_program_whose_tasks_are_all_in_a_library_needs_no_reference_of_its_own()
    {
        using Consumer consumer = new(package);
        consumer.AddProject("Library", Consumer.References, "", ("Jobs.cs", Consumer.Jobs));
        consumer.AddProject(
            "App", """<ProjectReference Include="../Library/Library.csproj" />""", Executable, ("Program.cs", Consumer.Program));

        string ran = await consumer.DotnetAsync("App", "run");

        Assert.Equal(Consumer.Expected, ran.Trim());
    }

    [Fact]
    public async Task A_program_whose_tasks_are_all_in_another_package_needs_no_reference_of_its_own()
    {
        using Consumer consumer = new(package);
        consumer.AddProject("PuddlesTestTasks", Consumer.References, "<Version>1.0.0-test</Version>", ("Jobs.cs", Consumer.Jobs));
        consumer.AddProject("App", """<PackageReference Include="PuddlesTestTasks" Version="1.0.0-test" />""", Executable, ("Program.cs", Consumer.Program));

        await consumer.DotnetAsync("PuddlesTestTasks", "pack", "--output", package.Feed);
        string ran = await consumer.DotnetAsync("App", "run");

        Assert.Equal(Consumer.Expected, ran.Trim());
    }
}
