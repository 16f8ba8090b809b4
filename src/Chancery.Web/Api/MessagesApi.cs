using System.Globalization;
using Chancery.Messages.Json;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Messages over HTTP: in, listed, found, opened.</summary>
internal sealed class MessagesApi(Archive archive, Viewing viewing, Intake intake, DeskSettings settings, TimeProvider clock)
{
    private const int Usual = 50;
    private const int Most = 1000;
    private const long CountUpTo = 10_000;
    private const int LongestName = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/messages", Submit)
            .WithSummary("Accept one message or more; answered only when they are on disk.")
            .AddOpenApiOperationTransformer(ApiDocument.Bytes)
            .Produces(201);
        routes.MapGet("/api/messages", List).WithSummary("Messages by acceptance, or what a query finds.").Produces(200);
        routes
            .MapPost("/api/search", (Delegate)Search)
            .WithSummary("As GET /api/messages, the query in the body.")
            .AddOpenApiOperationTransformer(ApiDocument.Search)
            .Produces(200);
        routes.MapGet("/api/messages/{id}", Open).WithSummary("A message as read.").Produces(200);
        routes
            .MapGet("/api/messages/{id}/raw", Raw)
            .WithSummary("The bytes of a message as they came.")
            .Produces(200, contentType: "text/plain");
        routes.MapGet("/api/messages/{id}/history", History).WithSummary("What the journal holds about a message.").Produces(200);
    }

    private async Task Submit(HttpContext context, string? filing, string? name, string? unmarked)
    {
        var reader = SignedIn.Of(context).Reader;
        var isFiling = IsTrue(filing);
        if (isFiling && (reader.Roles & Roles.RecordsOfficer) == 0)
        {
            await ApiAnswer.Refuse(
                context,
                ApiError.NotAllowed("Filing needs the role records-officer; leave filing=true out to send traffic.")
            );
            return;
        }
        if (await ReadBody(context) is not { } body)
        {
            await ApiAnswer.Refuse(context, ApiError.TooLarge(settings.BodyLimit));
            return;
        }
        var level = Level.Unclassified;
        if (isFiling && unmarked is { Length: > 0 } && !Levels.TryParse(unmarked, out level))
        {
            await ApiAnswer.Refuse(context, ApiError.Bad("bad-level", "The level in unmarked is none; write one such as UNCLASSIFIED."));
            return;
        }
        var origin = isFiling && name is { Length: > 0 and <= LongestName } ? new Origin("import", name) : new Origin("http", reader.Name);
        string? key = context.Request.Headers["Idempotency-Key"];
        if (key is { Length: 0 or > FramedBody.LongestKey })
        {
            await ApiAnswer.Refuse(
                context,
                ApiError.Bad("bad-key", $"The Idempotency-Key has no or more than {FramedBody.LongestKey} characters.")
            );
            return;
        }
        var submission = new Submission(body, origin, reader)
        {
            Key = key,
            Filing = isFiling,
            Unmarked = isFiling && unmarked is { Length: > 0 } ? level : null,
        };
        var answer = await intake.Accept(submission, context.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            await ApiAnswer.Refuse(context, ApiError.Of(refusal));
            return;
        }
        await ApiAnswer.Send(
            context,
            StatusCodes.Status201Created,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("accepted");
                foreach (var accepted in answer.Accepted)
                {
                    json.WriteStartObject();
                    json.WriteString("id", accepted.Id.ToString());
                    var message = accepted.Message;
                    MessageJson.WriteIdentity(json, message.MessageIdentity, message.TransmissionIdentity, message.ChannelIdentity);
                    json.WriteString("duplicateOf", accepted.DuplicateOf?.ToString());
                    MessageJson.WriteFindings(json, message);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private async Task<ReadOnlyMemory<byte>?> ReadBody(HttpContext context)
    {
        if (context.Request.ContentLength > settings.BodyLimit)
        {
            return null;
        }
        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private Task List(HttpContext context, string? q, string? before, string? limit, string? sort, string? full)
    {
        var most = Usual;
        return string.IsNullOrEmpty(limit) || int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most)
            ? Answer(context, q ?? "", before, most, sort, IsTrue(full))
            : ApiAnswer.Refuse(context, BadLimit);
    }

    private Task Search(HttpContext context) =>
        SearchBody.Answer(context, body => Answer(context, body.Q ?? "", body.Before, body.Limit ?? Usual, body.Sort, body.Full ?? false));

    private static ApiError BadLimit { get; } = ApiError.Bad("bad-limit", $"The limit is not a number from 1 to {Most}.");

    /// <summary>What is said of an order that is none.</summary>
    public static ApiError BadSort { get; } = ApiError.Bad("bad-sort", "The order is none of date, filed and relevance.");

    private Task Answer(HttpContext context, string query, string? before, int limit, string? order, bool full)
    {
        var reader = SignedIn.Of(context).Reader;
        if (limit is < 1 or > Most)
        {
            return ApiAnswer.Refuse(context, BadLimit);
        }
        if (SearchSorts.Of(order) is not { } sort)
        {
            return ApiAnswer.Refuse(context, BadSort);
        }
        before = before is { Length: > 0 } ? before : null;
        try
        {
            return string.IsNullOrWhiteSpace(query)
                ? Listed(context, reader, before, limit, full)
                : Found(context, reader, new FindRequest(query, sort, before, limit), full);
        }
        catch (FormatException)
        {
            return ApiAnswer.Refuse(
                context,
                ApiError.Bad("bad-cursor", "The word in before was not given by this list; leave it out to begin anew.")
            );
        }
    }

    private Task Listed(HttpContext context, Reader reader, string? before, int limit, bool full)
    {
        var page = archive.List(reader, before, limit);
        return SendRows(context, reader, page.Rows, page.Next, archive.Count(reader, CountUpTo), clock.GetUtcNow(), full);
    }

    private Task Found(HttpContext context, Reader reader, FindRequest request, bool full)
    {
        var answer = archive.Find(reader, request, context.RequestAborted);
        viewing.Searched(reader, request.Query, answer.Total);
        return answer.Mistake is { } mistake
            ? ApiAnswer.Refuse(context, ApiError.Bad("bad-query", SearchApi.Sentence(mistake)))
            : SendRows(context, reader, answer.Rows, answer.Next, answer.Total, answer.IndexedThrough, full);
    }

    private Task SendRows(
        HttpContext context,
        Reader reader,
        IReadOnlyList<MessageRow> rows,
        string? next,
        Total total,
        DateTimeOffset through,
        bool full
    ) =>
        ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("messages");
                foreach (var row in rows)
                {
                    if (!full)
                    {
                        RowJson.Write(json, row);
                    }
                    else
                    {
                        var view = viewing.Open(reader, row.Id, AuditActs.View, SecurityApi.ReasonOf(context.Request));
                        if (view.Opened is { } opened)
                        {
                            OpenedJson.Write(json, opened);
                        }
                        else if (view.NeedsReason is { } closed)
                        {
                            RowJson.Write(json, closed);
                        }
                    }
                }
                json.WriteEndArray();
                json.WriteString("next", next);
                json.WriteStartObject("total");
                json.WriteNumber("count", total.Count);
                json.WriteBoolean("exact", total.Exact);
                json.WriteEndObject();
                json.WriteString("indexedThrough", JsonValues.Instant(through));
                json.WriteEndObject();
            }
        );

    private Task Open(HttpContext context, string id) =>
        Viewed(context, id, AuditActs.View, out var refusal) is { } opened
            ? ApiAnswer.Send(context, StatusCodes.Status200OK, json => OpenedJson.Write(json, opened))
            : ApiAnswer.Refuse(context, refusal);

    /// <summary>The bytes of a message; with <c>as=received</c> what it came in, such as a whole mail, where that is more.</summary>
    private async Task Raw(HttpContext context, string id, string? @as)
    {
        // The bytes are of the whole message only (RD-11).
        if (Viewed(context, id, AuditActs.Raw, out var refusal) is not { IsExtract: false } opened)
        {
            await ApiAnswer.Refuse(context, refusal);
            return;
        }
        var bytes = @as == "received" ? archive.Received(SignedIn.Of(context).Reader, opened.Row.Id) ?? opened.Raw : opened.Raw;
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private Task History(HttpContext context, string id)
    {
        if (Opened(context, id) is not { IsExtract: false } opened)
        {
            return ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
        }
        var entries = archive.History(SignedIn.Of(context).Reader, opened.Row.Id);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("history");
                foreach (var entry in entries)
                {
                    json.WriteStartObject();
                    json.WriteNumber("sequence", entry.Sequence);
                    json.WriteString("at", JsonValues.Instant(entry.At));
                    json.WriteString("kind", entry.Kind);
                    json.WriteString("who", entry.Who);
                    json.WriteString("detail", entry.Detail);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private OpenedMessage? Viewed(HttpContext context, string id, string act, out ApiError refusal)
    {
        refusal = ApiError.NoSuchMessage;
        if (!MessageId.TryParse(id, out var known))
        {
            return null;
        }
        var view = viewing.Open(SignedIn.Of(context).Reader, known, act, SecurityApi.ReasonOf(context.Request));
        refusal = view.NeedsReason is null ? refusal : ApiError.ReasonNeeded;
        return view.Opened;
    }

    private OpenedMessage? Opened(HttpContext context, string id) =>
        MessageId.TryParse(id, out var known) ? archive.Open(SignedIn.Of(context).Reader, known) : null;

    private static bool IsTrue(string? word) => string.Equals(word, "true", StringComparison.OrdinalIgnoreCase);
}
