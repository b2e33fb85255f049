using Peers;

if (args is [FreshProcesses.CallArgument, ..])
{
    FreshProcesses.Answer(args[1], args[2]);
    return 0;
}

return await PeerProgram.RunAsync(args, Environment.Version.ToString(), ["speedup", "mixed", "idle"], FreshProcesses.OpenAsync);
