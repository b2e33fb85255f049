using Grpc.Core;
using Peers.Contract;

namespace Peers;

internal sealed class WorkService : Work.WorkBase
{
    public override Task<Number> Inc(Number request, ServerCallContext context) =>
        Task.FromResult(new Number { Value = Tasks.Inc(request.Value) });

    public override Task<Bytes> Echo(Bytes request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Number> Nap(Number request, ServerCallContext context) =>
        Task.FromResult(new Number { Value = Tasks.Nap(request.Value) });
}
