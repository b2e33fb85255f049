using Puddles.Contracts;
using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Contracts;

public sealed class NegotiationTests
{
    private const string Longer = "x: int\ny: int = default\n-> int";

    private static readonly FakeTask Task = new((_, x) => new(x));

    [Fact]
    public void A_compatible_worker_is_sent_what_it_knows_under_its_own_fingerprint() =>
        Assert.Equal(new WorkerTerms(Task.Id, Fnv1a.Hash(Longer), 1), Next(null, FailureKind.ContractMismatch, Longer));

    [Fact]
    public void What_was_refused_is_not_tried_again()
    {
        var refused = new AdaptedCall(new WorkerTerms(Task.Id, Fnv1a.Hash(Longer), 1), default, 1);

        Assert.Null(Next(refused, FailureKind.ContractMismatch, Longer));
    }

    [Fact]
    public void Workers_of_many_builds_cannot_send_a_call_round_for_ever()
    {
        var refused = new AdaptedCall(new WorkerTerms(Task.Id, 1, 1), default, 4);

        Assert.Null(Next(refused, FailureKind.ContractMismatch, Longer));
    }

    [Fact]
    public void Earlier_names_are_tried_one_after_the_other()
    {
        var task = new FakeTask((_, x) => new(x)) { EarlierIds = [11, 12] };

        WorkerTerms first = Negotiation.Next(task, null, FailureKind.UnknownTask, "")!;
        WorkerTerms second = Negotiation.Next(task, new AdaptedCall(first, default, 1), FailureKind.UnknownTask, "")!;

        Assert.Equal(new WorkerTerms(11, 0, 1), first);
        Assert.Equal(new WorkerTerms(12, 0, 1), second);
        Assert.Null(Negotiation.Next(task, new AdaptedCall(second, default, 2), FailureKind.UnknownTask, ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("x: int\n-> [[[[")]
    [InlineData("x: {}\n-> int")]
    [InlineData("x: Order {A: \n-> int")]
    public void A_schema_that_makes_no_sense_is_not_compatible(string schema) =>
        Assert.Null(Next(null, FailureKind.ContractMismatch, schema));

    [Fact]
    public void A_schema_of_great_depth_does_not_overflow_the_stack() =>
        Assert.Null(Next(null, FailureKind.ContractMismatch, $"x: {new string('[', 1_000_000)}\n-> int"));

    private static WorkerTerms? Next(AdaptedCall? refused, FailureKind kind, string schema) => Negotiation.Next(Task, refused, kind, schema);
}
