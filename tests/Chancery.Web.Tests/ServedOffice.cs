using Chancery.Server;
using Chancery.Storage.Sqlite;

[assembly: AssemblyFixture(typeof(Chancery.Web.Tests.ServedOffice))]

namespace Chancery.Web.Tests;

/// <summary>
/// The real server on a store of its own and a port that the system chose, with people of every kind. One for all tests: each uses words and
/// numbers of its own.
/// </summary>
public sealed class ServedOffice : IAsyncLifetime
{
    public const string Password = "exercise-password-1";

    private readonly string folder = Directory.CreateTempSubdirectory("chancery-web-tests-").FullName;
    private int number;
    private DeskServer server = null!;

    internal ShiftedClock Clock { get; } = new();

    public Uri Address => server.Address;

    internal RunningOffice Office => server.Office;

    internal string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        server = await DeskServer.Start(new ServeOptions(folder, "127.0.0.1:0") { Banner = "EXERCISE" }, Clock, CancellationToken.None);
        Add("secret", Level.Secret, Roles.Reader | Roles.Sender);
        Add("open", Level.Unclassified, Roles.Reader | Roles.Sender);
        Add("records", Level.Secret, Roles.Reader | Roles.Sender | Roles.RecordsOfficer);
        Add("onlyreader", Level.Secret, Roles.Reader);
        Add("admin", Level.TopSecret, Roles.Administrator);
        Add("sue", Level.Secret, Roles.SecurityOfficer);
        Add("tom", Level.Secret, Roles.SecurityOfficer);
        Add("audit", Level.Unclassified, Roles.Auditor);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A number that no other test has.</summary>
    internal int Number() => Interlocked.Increment(ref number) + 100;

    /// <summary>A word that no other test has.</summary>
    internal string Word() => $"WORD{Number()}Q";

    /// <summary>Adds a person; the password is always the same.</summary>
    internal void Add(string name, Level level, Roles roles) =>
        Assert.Null(Office.People.Add(new Person(name, level, null, roles, Clock.GetUtcNow()), Password));

    /// <summary>A program that carries a person's bearer token; nobody's for null.</summary>
    internal HttpClient Program(string? name)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (name is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Office.People.NewToken(name));
        }
        return client;
    }

    /// <summary>A browser without script; signed in where a name is given.</summary>
    internal async Task<Browser> Browser(string? name = null)
    {
        var browser = new Browser(Address);
        if (name is not null)
        {
            using var answer = await browser.SignIn(name, Password);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }
        return browser;
    }

    /// <summary>Files a message through the API; its id.</summary>
    internal async Task<string> Send(string by, byte[] message)
    {
        using var program = Program(by);
        using var answer = await program.PostAsync("/api/messages", new ByteArrayContent(message));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return json.RootElement.GetProperty("accepted")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Waits until the index holds everything; it follows the commits by itself.</summary>
    internal async Task Indexed(string by, string query)
    {
        using var program = Program(by);
        for (var tries = 0; tries < 200; tries++)
        {
            var caughtUp = Office.Indexer.IsCaughtUp;
            using var json = JsonDocument.Parse(await program.GetByteArrayAsync($"/api/messages?q={Uri.EscapeDataString(query)}"));
            if (caughtUp && json.RootElement.GetProperty("messages").GetArrayLength() > 0)
            {
                return;
            }
            await Task.Delay(25);
        }
        Assert.Fail("The index did not follow within five seconds.");
    }
}
