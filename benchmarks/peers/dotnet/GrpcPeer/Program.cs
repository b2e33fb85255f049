using Peers;

if (args is [WorkerProcess.ServeArgument, ..])
{
    await GrpcServer.ServeAsync(args[1]);
    return 0;
}

// It is no pool: nothing in it chooses the worker that is free.
return await PeerProgram.RunAsync(args, RpcPeer.Version, ["speedup", "mixed"], RpcPeer.OpenAsync);
