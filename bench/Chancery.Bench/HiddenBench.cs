using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Bench;

/// <summary>
/// What the time of an answer tells of messages that the asker may not see: the same questions by the same reader on two stores, one of which also holds nine
/// hidden messages beside each that he sees. By processor time, in turns, so that the machine is as noisy for the one as for the other.
/// </summary>
internal static class HiddenBench
{
    private const int Rounds = 60;
    private const int WarmUp = 10;
    private const int HiddenBesideEach = 9;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);

    private static readonly Reader Asking = new()
    {
        Name = "low",
        Level = Level.Unclassified,
        Roles = Roles.Reader,
    };

    /// <summary>Words that few, some and all have; "kraken" only hidden ones.</summary>
    private static readonly (string Kind, string Query)[] Queries =
    [
        ("a word of every message", "exercise"),
        ("a word of some that he sees", "walrus"),
        ("a word of many hidden, of few he sees", "zebra"),
        ("two words that meet in hidden ones only", "zebra walrus"),
        ("a word of hidden ones only", "kraken"),
        ("a field", "from:northport walrus"),
        ("a level he may not see", "level:secret"),
        ("superseded", "is:superseded"),
    ];

    public static async Task Run(int visible, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-bench-").FullName;
        try
        {
            using var chance = RandomNumberGenerator.Create();
            await using var bare = await Fill(Path.Combine(folder, "bare"), visible, hidden: 0, chance);
            await using var full = await Fill(Path.Combine(folder, "full"), visible, HiddenBesideEach, chance);
            foreach (var (kind, query) in Queries)
            {
                Compare(
                    $"newest 50, {kind}",
                    report,
                    bare,
                    full,
                    office => office.Archive.Find(Asking, new FindRequest(query) { Snippets = false }, default).Rows.Count
                );
                Compare($"facets, {kind}", report, bare, full, office => (int)office.Archive.Facets(Asking, query, default).Total.Count);
            }
            foreach (var typed in new[] { "from:n", "office:", "level:" })
            {
                Compare($"completion of {typed}", report, bare, full, office => office.Archive.Complete(Asking, typed).Count);
            }
            var hidden = full.Archive.List(Reader.Owner, null, 1).Rows[0].Id;
            Compare(
                "opening by an id, not there and hidden",
                report,
                bare,
                full,
                office => office.Archive.Open(Asking, hidden) is null ? 0 : 1
            );
            Compare("list of all", report, bare, full, office => office.Archive.List(Asking, null, 50).Rows.Count);
            Compare("counts", report, bare, full, office => (int)office.Archive.Stats(Asking).Total);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string what, Report report, RunningOffice bare, RunningOffice full, Func<RunningOffice, int> ask)
    {
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var one = Time(bare, ask, out var few);
            var other = Time(full, ask, out var many);
            if (few != many)
            {
                throw new InvalidOperationException($"{what}: {few} and {many} answers: hidden messages show.");
            }
            if (round >= WarmUp)
            {
                without.Add(one);
                with.Add(other);
            }
        }
        without.Sort();
        with.Sort();
        var (before, after) = (without[without.Count / 2], with[with.Count / 2]);
        report.Add("hidden", what, after, "ms", after / before, "without hidden ones");
    }

    private static double Time(RunningOffice office, Func<RunningOffice, int> ask, out int found)
    {
        var begun = ThreadClock.Now ?? Environment.TickCount64;
        found = ask(office);
        return (ThreadClock.Now ?? Environment.TickCount64) - begun;
    }

    private static async Task<RunningOffice> Fill(string store, int visible, int hidden, RandomNumberGenerator chance)
    {
        new StoreFolder(store).Make();
        await File.WriteAllTextAsync(Path.Combine(store, "chancery.toml"), "");
        var office = SqliteOffice.Open(store, TimeProvider.System, chance);
        var input = Path.Combine(store, "input.txt");
        await File.WriteAllTextAsync(input, Text(visible, hidden), Encoding.ASCII);
        await office.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
        File.Delete(input);
        // As in an office that was idle a while: the index has been tidied up.
        using var stop = new CancellationTokenSource(Settling);
        await office.Indexer.Run(office.Feed, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return office;
    }

    private static string Text(int visible, int hidden)
    {
        var text = new StringBuilder();
        var number = 0;
        for (var i = 0; i < visible; i++)
        {
            text.Append(Telegram(++number, i, "UNCLAS", $"{(i % 100 == 0 ? "ZEBRA" : "QUARTZ")} {(i % 10 == 1 ? "WALRUS" : "TRUCKS")}"));
            for (var k = 0; k < hidden; k++)
            {
                text.Append(Telegram(++number, i, "SECRET", $"ZEBRA {(k % 3 == 0 ? "KRAKEN" : "WALRUS")}"));
            }
        }
        return text.ToString();
    }

    private static string Telegram(int number, int minute, string level, string words)
    {
        var at = new DateTime(2025, 1, 1).AddMinutes(minute);
        var group = at.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            VZCZCQQA{number % 1000:000}
            RR RVEHAA
            DE RVEHBB #{number % 10000:0000} 0010000
            R {group}
            FM LEGATION NORTHPORT
            TO RVEHAA/MINFOR HOMECITY
            BT
            {level} NORTHPORT {number:000000}

            TAGS: MASS, PREL
            SUBJECT: EXERCISE RETURN

            1. EXERCISE {words}. TOKEN K{number}K
            GRANT
            BT
            #{number % 10000:0000}
            NNNN

            """
        );
    }
}
