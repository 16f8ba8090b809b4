using System.CommandLine;
using Chancery.Storage.Sqlite;

namespace Chancery.Server;

/// <summary>What the server program is told to do: <c>serve</c> a store, or show the <c>demo</c>.</summary>
public static class Commands
{
    /// <summary>Where it listens when nothing is said.</summary>
    public const string UsualAddress = "127.0.0.1:8127";

    /// <summary>The command line.</summary>
    public static RootCommand Create(TimeProvider clock)
    {
        var listen = new Option<string>("--listen")
        {
            Description = "Where to listen.",
            HelpName = "HOST:PORT",
            DefaultValueFactory = _ => UsualAddress,
        };
        var store = new Option<string?>("--store")
        {
            Description = "The store folder (default $CHANCERY_STORE, else in the XDG data folder).",
        };
        var behindProxy = new Option<bool>("--behind-proxy")
        {
            Description = "A proxy in front speaks https with people; only it can reach this address.",
        };
        var insecure = new Option<bool>("--insecure")
        {
            Description = "Listen beyond this machine without https, knowing that everything can be read on the way.",
        };

        var serve = new Command("serve", "Serve the desk and the HTTP API.") { store, listen, behindProxy, insecure };
        serve.SetAction(
            (parsed, cancellation) =>
                Told(() =>
                    DeskServer.Run(
                        new ServeOptions(
                            parsed.GetValue(store) ?? StoreFolder.Default(Environment.GetEnvironmentVariable).Path,
                            parsed.GetValue(listen)!,
                            parsed.GetValue(behindProxy),
                            parsed.GetValue(insecure)
                        ),
                        clock,
                        cancellation
                    )
                )
        );

        var demo = new Command("demo", "Fill a throw-away store with invented traffic and serve it.") { listen };
        demo.SetAction((parsed, cancellation) => Told(() => Demo.Run(parsed.GetValue(listen)!, clock, Console.Out, cancellation)));

        return new RootCommand("The server of Chancery: the desk and the HTTP API.") { serve, demo };
    }

    private static async Task<int> Told(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (ServeRefusal refusal)
        {
            await Console.Error.WriteLineAsync($"chancery: {refusal.Message}");
            return refusal.ExitCode;
        }
        catch (StoreException failure)
        {
            await Console.Error.WriteLineAsync($"chancery: {failure.Message}");
            return ServeRefusal.NotReached;
        }
    }
}
