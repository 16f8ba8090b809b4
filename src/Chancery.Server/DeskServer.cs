using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chancery.Gateways;
using Chancery.Storage.Sqlite;
using Chancery.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Chancery.Server;

/// <summary>A store that is served: lock, office, listener, indexer. Ends in the right order, so that nothing told as accepted is lost.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan WatchPause = TimeSpan.FromSeconds(10);

    private readonly StoreLock held;
    private readonly RunningOffice office;
    private readonly WebApplication app;
    private readonly CancellationTokenSource ending = new();
    private readonly RandomNumberGenerator chance;
    private readonly OfficeLog log;
    private Task indexing = Task.CompletedTask;
    private Task watching = Task.CompletedTask;
    private Doors? doors;
    private IDisposable? metrics;

    private DeskServer(StoreLock held, RunningOffice office, WebApplication app, RandomNumberGenerator chance, OfficeLog log, Uri address)
    {
        this.log = log;
        this.held = held;
        this.office = office;
        this.app = app;
        this.chance = chance;
        Address = address;
    }

    /// <summary>Where it is reached from this machine.</summary>
    public Uri Address { get; private set; }

    /// <summary>The office that is served.</summary>
    public RunningOffice Office => office;

    /// <summary>Serves until the process is told to end; the exit code.</summary>
    public static async Task<int> Run(ServeOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        await using var server = await Start(options, clock, cancellation);
        var absent = server.office.Alarms.Absent.Select(name =>
            $"alarms.roster names {name}, and nobody of that name may sign in: the next one is called in his place."
        );
        foreach (var warning in server.office.Settings.Warnings.Concat(absent))
        {
            server.log.Say(warning);
        }
        var serving = $"serving {options.Store} at {server.Address}";
        if (server.office.Settings.LogsJson)
        {
            server.log.Say(serving);
        }
        else
        {
            await Console.Error.WriteLineAsync(serving);
        }
        await server.UntilToldToEnd(cancellation);
        return 0;
    }

    /// <summary>Opens the store, listens, and tells the owner's commands where.</summary>
    /// <exception cref="ServeRefusal">It cannot be served so.</exception>
    public static async Task<DeskServer> Start(ServeOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var listen = ListenAddress.Parse(options.Listen);
        if (listen is null || !listen.CanBind)
        {
            throw new ServeRefusal(
                ServeRefusal.WrongUsage,
                $"'{options.Listen}' is no address to listen at: give an IP address or localhost and a port, as in --listen {Commands.UsualAddress}."
            );
        }
        var answer = StoreLock.TryAcquire(options.Store);
        if (answer.Held is not { } held)
        {
            var by = answer.ServerAddress is { } other ? $"by the server at {other}" : "by another process";
            throw new ServeRefusal(
                ServeRefusal.NotReached,
                $"The store {options.Store} is in use {by}: stop that first, or serve another --store."
            );
        }
        RunningOffice? office = null;
        DeskServer? server = null;
        var chance = RandomNumberGenerator.Create();
        try
        {
            var settings = SqliteOffice.ReadSettings(options.Store);
            var certificate = Certificate(settings.Http, options.Store);
            if (!listen.IsLoopback && certificate is null && !options.BehindProxy && !options.Insecure)
            {
                throw new ServeRefusal(
                    ServeRefusal.WrongUsage,
                    $"Listening at {options.Listen} reaches beyond this machine without https: set certificate and key under [http] in chancery.toml, "
                        + "or say --behind-proxy or --insecure."
                );
            }
            office = SqliteOffice.Open(options.Store, clock, chance);
            var token = Token(chance);
            var desk = new DeskSettings
            {
                Https = certificate is not null || options.BehindProxy,
                Banner = options.Banner,
                BodyLimit = settings.Limits.Body,
                NetworkLevel = settings.Http.NetworkLevel,
                OwnerToken = token,
            };
            var log = new OfficeLog(Console.Error, settings.LogsJson, clock);
            var app = Build(listen, certificate, options, office, desk, clock, chance, log);
            server = new DeskServer(held, office, app, chance, log, listen.FromHere(certificate is not null, listen.Port));
            server.metrics = MetricsExport.Begin(settings);
            // Before the listener: whoever hears that the server is up finds every door open.
            server.doors = Doors.Open(office, clock, log.Say);
            await server.Listen(listen, certificate is not null, options, cancellation);
            held.Announce(server.Address, token);
            return server;
        }
        catch
        {
            if (server?.doors is { } doors)
            {
                await doors.DisposeAsync();
            }
            server?.metrics?.Dispose();
            if (office is not null)
            {
                await office.DisposeAsync();
            }
            held.Dispose();
            chance.Dispose();
            throw;
        }
    }

    /// <summary>Waits for SIGTERM, SIGINT or <paramref name="cancellation"/>.</summary>
    public Task UntilToldToEnd(CancellationToken cancellation) => app.WaitForShutdownAsync(cancellation);

    /// <summary>Takes nothing more in, finishes what was taken in, closes the store, gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var limit = new CancellationTokenSource(TimeToEnd))
        {
            await app.StopAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (doors is not null)
        {
            await doors.DisposeAsync();
        }
        await ending.CancelAsync();
        await indexing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        metrics?.Dispose();
        await office.DisposeAsync();
        await app.DisposeAsync();
        held.Dispose();
        ending.Dispose();
        chance.Dispose();
    }

    /// <summary>Looks at clocks and open requests again and again. Trouble with the disk waits for the next look.</summary>
    private async Task Watch()
    {
        using var timer = new PeriodicTimer(WatchPause, app.Services.GetRequiredService<TimeProvider>());
        while (await timer.WaitForNextTickAsync(ending.Token))
        {
            try
            {
                office.Alarms.Look();
                await office.Repeats.Look(ending.Token);
            }
            catch (StoreException fault)
            {
                await Console.Error.WriteLineAsync($"chancery: alarms: {fault.Message}");
            }
        }
    }

    private async Task Listen(ListenAddress listen, bool https, ServeOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new ServeRefusal(
                ServeRefusal.NotReached,
                $"Port {listen.Port} at {listen.Host} is in use: stop what listens there, or choose another with --listen."
            );
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            throw new ServeRefusal(
                ServeRefusal.NotReached,
                $"Cannot listen at {options.Listen}: choose an address of this machine and a port that you may use."
            );
        }
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = listen.FromHere(https, new Uri(bound.Replace("[::]", "localhost", StringComparison.Ordinal)).Port);
        watching = Task.Run(Watch, CancellationToken.None);
        indexing = Task.Run(() => office.Indexer.Run(office.Feed, ending.Token), CancellationToken.None);
    }

    private static WebApplication Build(
        ListenAddress listen,
        X509Certificate2? certificate,
        ServeOptions options,
        RunningOffice office,
        DeskSettings desk,
        TimeProvider clock,
        RandomNumberGenerator chance,
        OfficeLog log
    )
    {
        // The slim builder reads no settings of the folder it is started in, nor of the environment: the store's are the only ones.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders().AddProvider(log);
        // Requests are not logged: their addresses may hold a query.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A host that does not start is told in one sentence by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToEnd);
        builder.Services.AddSingleton(clock).AddSingleton(chance);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("chancery")
            .PersistKeysToFileSystem(new DirectoryInfo(new StoreFolder(options.Store).Keys));
        builder.Services.AddChanceryWeb(office, desk);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = desk.BodyLimit;
            Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions> how = endpoint =>
            {
                if (certificate is not null)
                {
                    endpoint.UseHttps(certificate);
                }
            };
            if (listen.Bound is { } address)
            {
                kestrel.Listen(address, listen.Port, how);
            }
            else
            {
                kestrel.ListenLocalhost(listen.Port, how);
            }
        });
        var app = builder.Build();
        if (options.BehindProxy)
        {
            // Only the proxy reaches this address (that is what the option says): its word on who asks is taken, one step back.
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            app.UseForwardedHeaders(forwarded);
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = "https";
                    return next(context);
                }
            );
        }
        return app.UseChanceryWeb();
    }

    private static X509Certificate2? Certificate(HttpSettings http, string store)
    {
        if (http.Certificate is not { } certificate || http.Key is not { } key)
        {
            return http.Certificate is null && http.Key is null
                ? null
                : throw new ServeRefusal(
                    ServeRefusal.WrongUsage,
                    "[http] in chancery.toml names only one of certificate and key: name both."
                );
        }
        try
        {
            return X509Certificate2.CreateFromPemFile(Path.Combine(store, certificate), Path.Combine(store, key));
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ServeRefusal(
                ServeRefusal.NotReached,
                $"The certificate {certificate} with the key {key} cannot be read: put both as PEM files where [http] in chancery.toml says."
            );
        }
    }

    private static string Token(RandomNumberGenerator chance)
    {
        Span<byte> bytes = stackalloc byte[32];
        chance.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
