using System.Buffers;
using System.Text.Json;
using Chancery.Cli.Output;
using Chancery.Messages.Json;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Offices;

/// <summary>The store opened by this process, which holds its lock.</summary>
internal sealed class OwnOffice(StoreLock hold, RunningOffice office) : IOfficeAccess
{
    private bool caughtUp;

    public RunningOffice Office => office;

    public Task<FoundPage> Find(string query, SearchSort sort, string? before, int limit, bool full, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            var page = office.Archive.List(Reader.Owner, before, limit);
            var total = office.Archive.Stats(Reader.Owner).Total;
            return Task.FromResult(new FoundPage(Objects(page.Rows, full), page.Next, total, Exact: true, Lags: false));
        }
        CatchUp(cancellation);
        var answer = office.Archive.Find(Reader.Owner, new FindRequest(query, sort, before, limit), cancellation);
        office.Viewing.Searched(Reader.Owner, query, answer.Total);
        if (answer.Mistake is { } mistake)
        {
            throw QueryTrouble.Refusal(query, mistake);
        }
        return Task.FromResult(new FoundPage(Objects(answer.Rows, full), answer.Next, answer.Total.Count, answer.Total.Exact, answer.Lags));
    }

    public Task<JsonElement?> Open(string id, string? reason, CancellationToken cancellation) =>
        Task.FromResult<JsonElement?>(
            Opened(id, AuditActs.View, reason) is { } opened ? Parsed(writer => OpenedJson.Write(writer, opened)) : null
        );

    public Task<ReadOnlyMemory<byte>?> Raw(string id, string? reason, CancellationToken cancellation) =>
        Task.FromResult(Opened(id, AuditActs.Raw, reason)?.Raw);

    public Task<string> Close(string id, string act, string reason, CancellationToken cancellation)
    {
        var isDone = false;
        var refusal =
            !MessageId.TryParse(id, out var known) ? null
            : act == "release" ? office.Spills.Release(Reader.Owner, known, reason, out isDone)
            : act == "destroy" ? office.Spills.Destroy(Reader.Owner, known, reason, out isDone)
            : office.Spills.Quarantine(Reader.Owner, known, reason);
        if (known == default || refusal is { Code: "no-such-message" })
        {
            throw NotOnFile;
        }
        return refusal is not null
            ? throw new RefusalException(ExitCodes.Refused, refusal.Sentence)
            : Task.FromResult(
                act == "quarantine" ? "quarantined"
                : !isDone ? "proposed"
                : act == "release" ? "released"
                : "destroyed"
            );
    }

    public Task<SpillSheet> Spill(string id, CancellationToken cancellation) =>
        MessageId.TryParse(id, out var known) && office.Spills.Report(Reader.Owner, known) is { } report
            ? Task.FromResult(new SpillSheet(report.Csv(), report.Notice, report.Copies.Count))
            : throw NotOnFile;

    public Task<IReadOnlyList<string>> ByNumber(string number, CancellationToken cancellation)
    {
        if (ReferenceDesk.IsRefTel(number))
        {
            CatchUp(cancellation);
        }
        return Task.FromResult<IReadOnlyList<string>>([
            .. office.References.ByNumber(Reader.Owner, number, cancellation).Select(row => row.Id.ToString()),
        ]);
    }

    public Task<JsonElement?> References(string id, string? reason, CancellationToken cancellation)
    {
        CatchUp(cancellation);
        return Task.FromResult<JsonElement?>(
            Opened(id, AuditActs.View, reason) is { } opened
                ? Parsed(writer => ReferencesJson.Write(writer, office.References.Of(Reader.Owner, opened, cancellation)))
                : null
        );
    }

    public Task<JsonElement> Gaps(string? post, int? year, CancellationToken cancellation) =>
        Task.FromResult(Parsed(writer => ReferencesJson.Write(writer, office.Series.Of(Reader.Owner, post, year))));

    public Task<JsonElement> Saved(CancellationToken cancellation)
    {
        CatchUp(cancellation);
        return Task.FromResult(Parsed(writer => SavedJson.Write(writer, office.SavedSearches.Of(Reader.Owner))));
    }

    public Task Save(string name, string query, SearchSort sort, CancellationToken cancellation) =>
        office.SavedSearches.Save(Reader.Owner, name, query, sort) is { } problem
            ? throw new RefusalException(ExitCodes.WrongUsage, problem)
            : Task.CompletedTask;

    public Task<JsonElement?> Look(string name, CancellationToken cancellation)
    {
        CatchUp(cancellation);
        return Task.FromResult<JsonElement?>(
            office.SavedSearches.Look(Reader.Owner, name) is { } alert ? Parsed(writer => SavedJson.Write(writer, alert)) : null
        );
    }

    public Task<bool> Forget(string name, CancellationToken cancellation) =>
        Task.FromResult(office.SavedSearches.Forget(Reader.Owner, name));

    public async Task<ExportSummary?> Export(string query, SearchSort sort, string format, Stream output, CancellationToken cancellation)
    {
        CatchUp(cancellation);
        return await office.Exporter.Write(Reader.Owner, query, sort, Exporter.FormatOf(format)!.Value, output, cancellation);
    }

    public Task<JsonElement> Stats(CancellationToken cancellation)
    {
        var stats = office.Archive.Stats(Reader.Owner);
        return Task.FromResult(
            Parsed(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("total", stats.Total);
                WriteCounts(writer, "levels", stats.Levels);
                WriteCounts(writer, "precedences", stats.Precedences);
                WriteCounts(writer, "profiles", stats.Profiles);
                WriteCounts(writer, "families", stats.Families);
                WriteCounts(writer, "findings", stats.Findings);
                writer.WriteEndObject();
            })
        );
    }

    public Task<ImportSummary> Import(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    ) => office.Importer.Run(paths, standardInput, options, progress, cancellation);

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        hold.Dispose();
    }

    private void CatchUp(CancellationToken cancellation)
    {
        if (!caughtUp)
        {
            office.Indexer.CatchUp(progress: null, cancellation);
            caughtUp = true;
        }
    }

    private static RefusalException NotOnFile => new(ExitCodes.NotClean, "No message with this id is on file.");

    private OpenedMessage? Opened(string id, string act, string? reason) =>
        MessageId.TryParse(id, out var known) ? office.Viewing.Open(Reader.Owner, known, act, reason).Opened : null;

    private List<JsonElement> Objects(IReadOnlyList<MessageRow> rows, bool full) =>
        [
            .. Parsed(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var row in rows)
                    {
                        if (!full)
                        {
                            RowJson.Write(writer, row);
                        }
                        else if (office.Archive.Open(Reader.Owner, row.Id) is { } opened)
                        {
                            OpenedJson.Write(writer, opened);
                        }
                    }
                    writer.WriteEndArray();
                })
                .EnumerateArray(),
        ];

    private static void WriteCounts(Utf8JsonWriter writer, string name, ImmutableArray<KeyValuePair<string, long>> counts)
    {
        writer.WriteStartObject(name);
        foreach (var (word, count) in counts)
        {
            writer.WriteNumber(word, count);
        }
        writer.WriteEndObject();
    }

    private static JsonElement Parsed(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, JsonLine.Options))
        {
            write(writer);
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
