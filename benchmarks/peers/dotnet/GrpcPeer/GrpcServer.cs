using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Peers;

/// <summary>A worker: Kestrel at a Unix socket.</summary>
internal static class GrpcServer
{
    public static async Task ServeAsync(string path)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenUnixSocket(path, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        await using WebApplication app = builder.Build();
        app.MapGrpcService<WorkService>();
        await app.StartAsync();
        await WorkerProcess.ServeUntilHostEndsAsync();
    }
}
