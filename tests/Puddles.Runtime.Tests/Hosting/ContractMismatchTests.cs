using Puddles.Hosting;
using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class ContractMismatchTests
{
    [Theory]
    [InlineData("x: long\n-> int", "its parameter is 'x: long' here and 'x: int' there.")]
    [InlineData("x: int\n-> string", "its result is 'string' here and 'int' there.")]
    [InlineData("x: int\ny: int\n-> int", "its parameter 'y: int' is missing there.")]
    [InlineData("-> int", "it has no parameter 'x: int' here.")]
    [InlineData("x: int\n-> int", "a type that they are made of differs.")]
    public async Task It_names_the_task_and_the_first_difference(string callersSchema, string difference)
    {
        FakeTable.Register();
        var caller = new FakeTask((_, x) => new(x), callersSchema, FakeTable.Known.Id);
        var output = new PayloadBuffer();

        DispatchOutcome outcome = await TaskDispatcher.DispatchAsync(
            caller.Id, FakeTable.Known.Contract + 1, Dispatch.Arguments(1), output, new PuddleContext());

        Assert.Equal(DispatchOutcome.Failure, outcome);
        var error = Assert.IsType<PuddleException>(Failure.Read(output.Detach(), caller));
        Assert.Contains("'fake'", error.Message);
        Assert.Contains(difference, error.Message);
    }
}
