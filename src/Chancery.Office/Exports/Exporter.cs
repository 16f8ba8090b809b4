using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Office;

/// <summary>
/// Gives out what a query finds, within the reader's rights, each message decided when it is written and noted in the audit trail before it is
/// (handling.md RE-9).
/// </summary>
public sealed class Exporter(Archive archive, IAuditTrail trail)
{
    private const int PageSize = 500;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The format of a word: <c>csv</c>, <c>jsonl</c> or <c>raw</c>; null for another.</summary>
    public static ExportFormat? FormatOf(string? word) =>
        word?.ToLowerInvariant() switch
        {
            "csv" => ExportFormat.Csv,
            "jsonl" => ExportFormat.JsonLines,
            "raw" => ExportFormat.Raw,
            _ => null,
        };

    /// <summary>The content type of a format.</summary>
    public static string TypeOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.JsonLines => "application/jsonl; charset=utf-8",
            _ => "application/octet-stream",
        };

    /// <summary>The name of the file that is given out; it tells nothing of what was asked.</summary>
    public static string FileName(ExportFormat format) =>
        format switch
        {
            ExportFormat.Csv => "messages.csv",
            ExportFormat.JsonLines => "messages.jsonl",
            _ => "messages.txt",
        };

    /// <summary>What is wrong with a query; null where it can be asked.</summary>
    public QueryMistake? Mistake(Reader asking, string query, CancellationToken cancellation) =>
        archive.Find(asking, Request(query, SearchSort.Date, null) with { Limit = 1 }, cancellation).Mistake;

    /// <summary>Writes what a query finds.</summary>
    /// <param name="asking">Who takes it.</param>
    /// <param name="query">In the search language, without mistake; blank for all.</param>
    /// <param name="sort">The order.</param>
    /// <param name="format">The form.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops between two messages.</param>
    public async Task<ExportSummary> Write(
        Reader asking,
        string query,
        SearchSort sort,
        ExportFormat format,
        Stream output,
        CancellationToken cancellation
    )
    {
        var (written, leftOut, level) = (0L, 0L, Level.Unclassified);
        if (format == ExportFormat.Csv)
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(CsvHead), cancellation);
        }
        string? before = null;
        do
        {
            var page = archive.Find(asking, Request(query, sort, before), cancellation);
            var taken = new List<OpenedMessage>();
            foreach (var row in page.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                var opened = Viewing.NeedsReason(row) || !MayTake(asking, row) ? null : archive.Open(asking, row.Id);
                if (opened is null || (format == ExportFormat.Raw && opened.IsExtract))
                {
                    leftOut++;
                    continue;
                }
                taken.Add(opened);
                level = row.Level > level ? row.Level : level;
            }
            Note(asking, query, format, taken);
            foreach (var opened in taken)
            {
                await output.WriteAsync(Bytes(opened, format), cancellation);
            }
            written += taken.Count;
            before = page.Next;
        } while (before is not null);
        return new ExportSummary(written, leftOut, level);
    }

    /// <summary>A list tells more than each of its messages: an installation may want a role for those above UNCLASSIFIED (handling.md DC-10).</summary>
    private static bool MayTake(Reader asking, MessageRow row) =>
        !asking.Rules.ExportNeedsRole || asking.IsOwner || (asking.Roles & Roles.RecordsOfficer) != 0 || row.Level == Level.Unclassified;

    private static FindRequest Request(string query, SearchSort sort, string? before) =>
        new(query, sort, before, PageSize) { Snippets = false, Totals = false };

    private void Note(Reader asking, string query, ExportFormat format, List<OpenedMessage> taken) =>
        trail.Note([
            .. taken.Select(opened => new AuditNote(
                asking.Name,
                AuditActs.Export,
                opened.Row.Id,
                Viewing.Line($"{opened.Row.Level.Name()}; {format}; {query}")
            )),
        ]);

    private static ReadOnlyMemory<byte> Bytes(OpenedMessage opened, ExportFormat format) =>
        format switch
        {
            ExportFormat.Csv => Encoding.UTF8.GetBytes(Csv(opened.Row)),
            ExportFormat.JsonLines => JsonLine(opened),
            _ => Whole(opened.Raw),
        };

    /// <summary>A message ends with its line, so that the next begins one.</summary>
    private static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> raw) =>
        raw.Span is [.., (byte)'\n'] ? raw : (byte[])[.. raw.Span, (byte)'\n'];

    private static ReadOnlyMemory<byte> JsonLine(OpenedMessage opened)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            OpenedJson.Write(writer, opened);
        }
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static string CsvHead { get; } =
        CsvCells.Line("id", "filedAt", "level", "captions", "precedence", "dtg", "mrn", "from", "action", "tags", "subject", "states");

    private static string Csv(MessageRow row) =>
        CsvCells.Line(
            row.Id.ToString(),
            Instant(row.FiledAt),
            row.Level.Name(),
            string.Join(' ', row.Captions),
            row.Precedence.Action?.Name() ?? "",
            row.Dtg?.Raw ?? "",
            row.Mrn?.Raw ?? "",
            row.From?.Name ?? "",
            string.Join("; ", row.Action.Select(to => to.Name)),
            string.Join(' ', row.Tags.Select(tag => tag.Code)),
            row.Subject?.Text ?? "",
            string.Join(' ', row.States)
        );

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
