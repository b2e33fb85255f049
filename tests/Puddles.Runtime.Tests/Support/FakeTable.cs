using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Support;

/// <summary>Makes hand-written tasks known to this process, for tests that look them up by id.</summary>
internal sealed class FakeTable : TaskTable
{
    public static readonly FakeTask Known = new((_, x) => new(x + 1), id: 0xFA4E_0001);

    public override string AssemblyName => "Puddles.Runtime.Tests (by hand)";

    public override ReadOnlySpan<ulong> Ids => new ulong[] { Known.Id };

    public override TaskDefinition? Find(ulong id) => id == Known.Id ? Known : null;

    public static void Register() => TaskRegistry.Register(new FakeTable());
}
