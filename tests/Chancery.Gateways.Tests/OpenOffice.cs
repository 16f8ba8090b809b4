using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Chancery.Storage.Sqlite;

namespace Chancery.Gateways.Tests;

/// <summary>An office on a store of its own with its doors open.</summary>
internal sealed class OpenOffice : IAsyncDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret, Roles.Reader | Roles.Sender | Roles.Communicator);
    private readonly Doors doors;
    private readonly List<string> said = [];

    private OpenOffice(RunningOffice office)
    {
        Office = office;
        doors = Doors.Open(
            office,
            TimeProvider.System,
            sentence =>
            {
                lock (said)
                {
                    said.Add(sentence);
                }
            }
        );
    }

    public RunningOffice Office { get; }

    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>Opens an office whose chancery.toml says this.</summary>
    /// <param name="folder">Its store folder.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The office's own clock; null for that of the machine. Its doors go by the machine's.</param>
    public static OpenOffice Open(string folder, string settings, TimeProvider? clock = null)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "chancery.toml"), settings);
        var office = SqliteOffice.Open(folder, clock ?? TimeProvider.System, RandomNumberGenerator.Create());
        Assert.Empty(office.Settings.Warnings.Where(warning => !warning.Contains("routing_indicator", StringComparison.Ordinal)));
        return new OpenOffice(office);
    }

    /// <summary>Everything filed, oldest first.</summary>
    public List<MessageRow> Rows()
    {
        var rows = Office.Archive.List(Op, null, 10_000).Rows.ToList();
        rows.Reverse();
        return rows;
    }

    /// <summary>What came in by telegram, by its number.</summary>
    public List<long> Numbers() => [.. Rows().Where(row => row.Mrn is not null).Select(row => (long)row.Mrn!.Number)];

    public async Task Filed(int count) => await Until.Holds(() => Rows().Count >= count, $"row {count}");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await doors.DisposeAsync();
        await Office.DisposeAsync();
    }
}
