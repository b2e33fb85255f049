using Peers;
using Puddles;

Puddle.Init();
return await PeerProgram.RunAsync(args, "", [], PoolPeer.OpenAsync);
