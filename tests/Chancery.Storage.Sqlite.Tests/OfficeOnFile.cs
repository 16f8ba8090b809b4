using System.Security.Cryptography;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>An office on a real store of its own for each test, with two security officers.</summary>
public abstract class OfficeOnFile(string settings) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly RandomNumberGenerator chance = RandomNumberGenerator.Create();

    protected static Reader First { get; } = Samples.Person("sue", Level.Secret, Roles.SecurityOfficer);

    protected static Reader Second { get; } = Samples.Person("tom", Level.Secret, Roles.SecurityOfficer);

    protected FakeTimeProvider Clock { get; } = Samples.Clock();

    protected RunningOffice Office { get; private set; } = null!;

    /// <summary>The store folder.</summary>
    protected string Store => folder.File("store");

    public virtual async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Store);
        await File.WriteAllTextAsync(Path.Combine(Store, "chancery.toml"), settings);
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        chance.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the office, at first or after it was closed.</summary>
    protected void Open() => Office = SqliteOffice.Open(Store, Clock, chance);
}
