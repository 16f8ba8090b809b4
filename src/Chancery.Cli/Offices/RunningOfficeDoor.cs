using System.CommandLine;
using Chancery.Cli.Verbs;

namespace Chancery.Cli.Offices;

/// <summary>Finds the running office; a store that nobody serves has no circuits and no queue at work.</summary>
internal sealed class RunningOfficeDoor(Terminal terminal)
{
    /// <summary>The option that names the store.</summary>
    public Option<string?> Store { get; } = SharedOptions.Store();

    /// <summary>The option that names the server.</summary>
    public Option<string?> Server { get; } = SharedOptions.Server();

    /// <summary>The office.</summary>
    public async Task<ServedOffice> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var door = new OfficeDoor(terminal, Store, Server);
        var office = await door.Open(parsed, make: false, cancellation);
        if (office is ServedOffice served)
        {
            return served;
        }
        await office.DisposeAsync();
        throw new RefusalException(
            ExitCodes.NotReached,
            $"No office is open on {door.Folder(parsed)}: start it with 'chancery serve', then run this again."
        );
    }
}
