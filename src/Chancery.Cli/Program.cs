using Chancery.Cli;

return await Tool.Run(args, Terminal.OfProcess());
