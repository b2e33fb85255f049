Puddles.Puddle.Init();
Console.Error.WriteLine("This program is a worker of another build, for tests, and does nothing by itself.");
return 64;
