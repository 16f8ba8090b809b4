using Chancery.Server;

return await Commands.Create(TimeProvider.System).Parse(args).InvokeAsync();
