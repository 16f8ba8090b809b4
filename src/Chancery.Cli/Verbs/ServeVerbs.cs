using System.Collections;
using System.CommandLine;
using System.Runtime.InteropServices;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery serve</c> and <c>chancery demo</c>: this process becomes the server, so that signals and the exit code are the server's.</summary>
internal static class ServeVerbs
{
    private const string Program = "chanceryd";

    public static Verb CreateServe(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var listen = Listen();
        var proxy = new Option<bool>("--behind-proxy")
        {
            Description = "A proxy in front gives HTTPS: listen beyond this machine without a certificate.",
        };
        var insecure = new Option<bool>("--insecure")
        {
            Description = "Listen beyond this machine without HTTPS, knowing that everything can be read on the way.",
        };
        var verb = new Verb("serve", "Serve the desk and the HTTP API.") { store, listen, proxy, insecure };
        verb.Examples =
        [
            ("chancery serve", "your own store, on http://127.0.0.1:8127"),
            ("chancery serve --store office/ --listen 0.0.0.0:443", "with the certificate in office/chancery.toml"),
        ];
        verb.SetAction(parsed =>
        {
            var folder = parsed.GetValue(store) is { Length: > 0 } named ? named : StoreFolder.Default(terminal.Variable).Path;
            string[] more =
            [
                .. parsed.GetValue(proxy) ? ["--behind-proxy"] : Array.Empty<string>(),
                .. parsed.GetValue(insecure) ? ["--insecure"] : Array.Empty<string>(),
            ];
            return Become(["serve", "--store", folder, .. ListenTo(parsed, listen), .. more]);
        });
        return verb;
    }

    public static Verb CreateDemo(Terminal terminal)
    {
        var listen = Listen();
        var verb = new Verb("demo", "Try the desk: a throw-away store with invented traffic, and sign-ins to try it with.") { listen };
        verb.Examples = [("chancery demo", "on http://127.0.0.1:8127"), ("chancery demo --listen 127.0.0.1:9000", "on another port")];
        verb.SetAction(parsed => Become(["demo", .. ListenTo(parsed, listen)]));
        return verb;
    }

    private static Option<string?> Listen() =>
        new("--listen") { Description = "Where to listen (default 127.0.0.1:8127).", HelpName = "HOST:PORT" };

    private static string[] ListenTo(ParseResult parsed, Option<string?> listen) =>
        parsed.GetValue(listen) is { Length: > 0 } address ? ["--listen", address] : [];

    /// <summary>The server lies beside the tool.</summary>
    private static int Become(string[] arguments)
    {
        var path = new[]
        {
            Path.Combine(AppContext.BaseDirectory, Program, Program),
            Path.Combine(AppContext.BaseDirectory, Program),
        }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            throw new RefusalException(
                ExitCodes.NotReached,
                $"The server program {Program} is not beside the tool: install both, or use './chancery' of a clone."
            );
        }
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}");
        Posix.Execute(path, [path, .. arguments, null], [.. environment, null]);
        var why = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
        throw new RefusalException(ExitCodes.NotReached, $"The server program {path} could not be started ({why}): install it anew.");
    }
}
