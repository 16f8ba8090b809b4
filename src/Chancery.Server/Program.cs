using System.CommandLine;

return new RootCommand("The server of Chancery: the desk and the HTTP API.").Parse(args).Invoke();
