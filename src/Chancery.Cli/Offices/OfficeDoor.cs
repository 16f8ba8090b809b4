using System.CommandLine;
using System.Security.Cryptography;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Offices;

/// <summary>Finds the office that a command is meant for: a server named, the server running on the store, or the store itself.</summary>
internal sealed class OfficeDoor(Terminal terminal, Option<string?> store, Option<string?>? server)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a server may take to come up, or another command to end, before we give up.</summary>
    private const int MostPauses = 200;

    /// <summary>The store folder that the command line or the environment names.</summary>
    public string Folder(ParseResult parsed) =>
        parsed.GetValue(store) is { Length: > 0 } named ? named : StoreFolder.Default(terminal.Variable).Path;

    /// <summary>The settings of the store, as they stand in its folder.</summary>
    public OfficeSettings Settings(ParseResult parsed) => SqliteOffice.ReadSettings(Folder(parsed));

    /// <summary>The office, whoever has it.</summary>
    public async Task<IOfficeAccess> Open(ParseResult parsed, bool make, CancellationToken cancellation)
    {
        if (Server(parsed) is { } address)
        {
            return address;
        }
        return await Open(Folder(parsed), make, throughServer: true, cancellation);
    }

    /// <summary>The office of our own store, for work that a server cannot do for us.</summary>
    public async Task<OwnOffice> OpenOwn(ParseResult parsed, CancellationToken cancellation) =>
        (OwnOffice)await Open(Folder(parsed), make: false, throughServer: false, cancellation);

    /// <summary>The office of our own store; null while a server has it.</summary>
    public async Task<OwnOffice?> OpenUnlessServed(ParseResult parsed, CancellationToken cancellation)
    {
        var office = await Open(Folder(parsed), make: false, throughServer: true, cancellation);
        if (office is OwnOffice own)
        {
            return own;
        }
        await office.DisposeAsync();
        return null;
    }

    /// <summary>The people of the store; needs no lock, so it works beside a running server.</summary>
    public People OpenPeople(ParseResult parsed) => SqliteOffice.OpenPeople(Folder(parsed), terminal.Clock, RandomNumberGenerator.Create());

    /// <summary>The audit trail of the store; needs no lock, so it works beside a running server.</summary>
    public SqliteAuditTrail OpenTrail(ParseResult parsed)
    {
        var folder = Folder(parsed);
        return File.Exists(new StoreFolder(folder).Database)
            ? SqliteOffice.OpenTrail(folder, terminal.Clock)
            : throw new RefusalException(ExitCodes.NotReached, $"There is no store at {folder}: '--store DIR' names another.");
    }

    private ServedOffice? Server(ParseResult parsed)
    {
        var named = server is null ? null : parsed.GetValue(server);
        if (named is null && parsed.GetValue(store) is null)
        {
            named = server is null ? null : terminal.Variable("CHANCERY_SERVER");
        }
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }
        if (!Uri.TryCreate(named.Contains("://", StringComparison.Ordinal) ? named : $"http://{named}", UriKind.Absolute, out var address))
        {
            throw new RefusalException(ExitCodes.WrongUsage, $"'{named}' is no address of a server: write it like http://127.0.0.1:8127.");
        }
        var token = terminal.Variable("CHANCERY_TOKEN");
        return string.IsNullOrEmpty(token)
            ? throw new RefusalException(
                ExitCodes.Refused,
                $"The server at {address} asks for a token: put one into $CHANCERY_TOKEN ('chancery user token NAME' makes it)."
            )
            : new ServedOffice(address, token, isOwn: false, terminal.Clock);
    }

    private async Task<IOfficeAccess> Open(string folder, bool make, bool throughServer, CancellationToken cancellation)
    {
        if (!make && !File.Exists(new StoreFolder(folder).Database))
        {
            throw new RefusalException(
                ExitCodes.NotReached,
                $"There is no store at {folder}: 'chancery import PATH' makes one, '--store DIR' names another."
            );
        }
        for (var pauses = 0; ; pauses++)
        {
            var answer = StoreLock.TryAcquire(folder);
            if (answer.Held is { } hold)
            {
                try
                {
                    return new OwnOffice(hold, SqliteOffice.Open(folder, terminal.Clock, RandomNumberGenerator.Create()));
                }
                catch
                {
                    hold.Dispose();
                    throw;
                }
            }
            if (answer is { ServerAddress: { } address, OwnerToken: { } token })
            {
                return throughServer
                    ? new ServedOffice(address, token, isOwn: true, terminal.Clock)
                    : throw new RefusalException(
                        ExitCodes.NotReached,
                        $"The server at {address} has the store {folder}: stop it, then run this again."
                    );
            }
            if (pauses == MostPauses)
            {
                throw new RefusalException(
                    ExitCodes.NotReached,
                    $"Another command is at work on the store {folder}: wait until it has ended, then run this again."
                );
            }
            await Task.Delay(Pause, terminal.Clock, cancellation);
        }
    }
}
