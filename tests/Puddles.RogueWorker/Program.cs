using Puddles.RogueWorker;

switch (args[0])
{
    case "exit":
        Console.Error.WriteLine("No work today.");
        return int.Parse(args[1]);
    case "hang":
        Thread.Sleep(Timeout.Infinite);
        return 0;
    case "forget":
        return await Forgetful.RunAsync(args[1]);
    case "die":
        Mortal.Run(args[1]);
        return 0;
    case "bundle":
        BundleLiar.Run(args[1]);
        return 0;
    case "block":
        BlockLiar.Run(args[1]);
        return 0;
    default:
        Liar.Run(args[0]);
        return 0;
}
