using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery import</c>: file what files, folders and archives hold.</summary>
internal static class ImportVerb
{
    private const int MostProblemsShown = 20;

    public static Verb Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var unmarked = SharedOptions.Level(
            "--unmarked",
            "The level of messages that bear none (default: the store's setting, else SECRET)."
        );
        var json = SharedOptions.Json("The summary as JSON.");
        var verb = new Verb("import", "File messages into the store; running it again adds only what is missing.")
        {
            paths,
            store,
            server,
            unmarked,
            json,
        };
        verb.Examples =
        [
            ("chancery import archive.tar.gz", "into your own store"),
            ("chancery import --store office/ 2008/ 2009/", "folders, into a named one"),
            ("chancery import --unmarked UNCLASSIFIED public/", "a public collection"),
        ];
        verb.Exits = $", {ExitCodes.Interrupted} interrupted";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                Level? level = parsed.GetValue(unmarked) is { } word && Levels.TryParse(word, out var known) ? known : null;
                return await Run(
                    terminal,
                    door,
                    parsed,
                    parsed.GetValue(paths)!,
                    new ImportOptions { Unmarked = level },
                    parsed.GetValue(json),
                    cancellation
                );
            }
        );
        return verb;
    }

    private static async Task<int> Run(
        Terminal terminal,
        OfficeDoor door,
        ParseResult parsed,
        string[] paths,
        ImportOptions options,
        bool json,
        CancellationToken cancellation
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var office = await door.Open(parsed, make: true, stop.Token);
        var input = paths.Contains("-") ? terminal.OpenInput() : null;
        var summary =
            terminal.ErrorIsTerminal && terminal.Variable("TERM") != "dumb"
                ? await ImportBar.Show(terminal, progress => office.Import(paths, input, options, progress, stop.Token))
                : await office.Import(paths, input, options, progress: null, stop.Token);
        Tell(terminal, summary, json);
        return summary.Interrupted ? ExitCodes.Interrupted
            : summary.Problems.IsEmpty ? ExitCodes.Done
            : ExitCodes.NotReached;

        // The commit under way is finished, and what was filed is told, before the program ends.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static void Tell(Terminal terminal, ImportSummary summary, bool json)
    {
        foreach (var problem in summary.Problems.Take(MostProblemsShown))
        {
            terminal.Say(problem);
        }
        if (summary.Problems.Length > MostProblemsShown)
        {
            terminal.Say($"... and {Counts.Of(summary.Problems.Length - MostProblemsShown, "more input")} could not be read.");
        }
        if (json)
        {
            JsonLine.Print(terminal, writer => WriteJson(writer, summary));
        }
        else
        {
            Print(terminal, summary);
        }
        if (summary.Interrupted)
        {
            terminal.Say($"Interrupted: {Counts.Of(summary.Messages, "message")} filed and kept; run the same command again for the rest.");
        }
    }

    private static void Print(Terminal terminal, ImportSummary summary)
    {
        var rate = summary.Took.TotalSeconds > 0 ? summary.Bytes / 1e6 / summary.Took.TotalSeconds : 0;
        var sheet = new Sheet(terminal.Width, terminal.Colour)
            .Field("Files", Counts.Grouped(summary.Files))
            .Field("Messages", $"{Counts.Grouped(summary.Messages)} filed, {Counts.Grouped(summary.Duplicates)} already there")
            .Field("Bytes", Counts.Bytes(summary.Bytes))
            .Field("Time", $"{Counts.Time(summary.Took)} ({rate:0.0} MB/s)")
            .Field("Findings", summary.Findings.Select(pair => $"{pair.Key, -8}{Counts.Grouped(pair.Value), 10}"))
            .Field("Not read", summary.Problems.IsEmpty ? null : Counts.Of(summary.Problems.Length, "input"));
        terminal.Print(sheet.ToString());
    }

    private static void WriteJson(Utf8JsonWriter writer, ImportSummary summary)
    {
        writer.WriteStartObject();
        writer.WriteNumber("files", summary.Files);
        writer.WriteNumber("messages", summary.Messages);
        writer.WriteNumber("duplicates", summary.Duplicates);
        writer.WriteNumber("bytes", summary.Bytes);
        writer.WriteNumber("seconds", Math.Round(summary.Took.TotalSeconds, 3));
        writer.WriteBoolean("interrupted", summary.Interrupted);
        writer.WriteStartObject("findings");
        foreach (var (id, count) in summary.Findings)
        {
            writer.WriteNumber(id, count);
        }
        writer.WriteEndObject();
        writer.WriteStartArray("problems");
        foreach (var problem in summary.Problems)
        {
            writer.WriteStringValue(problem);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
