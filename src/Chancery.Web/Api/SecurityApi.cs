using System.Globalization;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>What security officers and auditors do: quarantine, release and destruction, who saw a message, emergency access, the audit trail.</summary>
internal sealed class SecurityApi(Spills spills, Emergencies emergencies, IAuditTrail trail)
{
    private const int Usual = 100;
    private const int Most = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/messages/{id}/quarantine", Quarantine)
            .WithSummary("Close a message to all but security officers; for a reason.")
            .Produces(200);
        routes
            .MapPost("/api/messages/{id}/release", Release)
            .WithSummary("Propose to open a quarantined message again, or agree to another's proposal.")
            .Produces(200);
        routes
            .MapPost("/api/messages/{id}/destroy", Destroy)
            .WithSummary("Propose to destroy a quarantined message, or agree to another's proposal.")
            .Produces(200);
        routes
            .MapPost("/api/messages/{id}/emergency", Emergency)
            .WithSummary("Propose that a person may see a message against the rule, or agree to another's proposal.")
            .Produces(200);
        routes
            .MapGet("/api/messages/{id}/exposure", Exposure)
            .WithSummary("Who saw a message or was sent it, with a draft notice to the originator; format=csv for the list alone.")
            .Produces(200);
        routes.MapGet("/api/audit", Audit).WithSummary("The audit trail, newest first, for auditors and security officers.").Produces(200);
    }

    /// <summary>The reason of a request: the header <c>Chancery-Reason</c>, or <c>reason=</c> in the address.</summary>
    public static string? ReasonOf(HttpRequest request) =>
        request.Headers["Chancery-Reason"] is [{ Length: > 0 } header] ? Uri.UnescapeDataString(header) : request.Query["reason"];

    private Task Quarantine(HttpContext context, string id) =>
        Act(context, id, (reader, known, reason) => (spills.Quarantine(reader, known, reason), "quarantined"));

    private Task Release(HttpContext context, string id) =>
        Act(
            context,
            id,
            (reader, known, reason) => (spills.Release(reader, known, reason, out var isDone), isDone ? "released" : "proposed")
        );

    private Task Destroy(HttpContext context, string id) =>
        Act(
            context,
            id,
            (reader, known, reason) => (spills.Destroy(reader, known, reason, out var isDone), isDone ? "destroyed" : "proposed")
        );

    private Task Emergency(HttpContext context, string id, string? person) =>
        Act(
            context,
            id,
            (reader, known, reason) =>
                (emergencies.Open(reader, known, person ?? "", reason, out var granted), granted is null ? "proposed" : "granted")
        );

    private static Task Act(HttpContext context, string id, Func<Reader, MessageId, string, (Refusal? Refusal, string State)> act)
    {
        var reader = SignedIn.Of(context).Reader;
        // Asked first: an id tells who has no business with it nothing, however it is written.
        if (!Spills.MayAct(reader))
        {
            return ApiAnswer.Refuse(context, NotAnOfficer);
        }
        if (!MessageId.TryParse(id, out var known))
        {
            return ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
        }
        var (refusal, state) = act(reader, known, ReasonOf(context.Request) ?? "");
        return refusal is null
            ? ApiAnswer.State(context, state)
            : ApiAnswer.Refuse(
                context,
                refusal.Code switch
                {
                    "no-such-message" => ApiError.NoSuchMessage,
                    "no-reason" => ApiError.Bad(refusal.Code, refusal.Sentence),
                    "no-such-person" => new ApiError(404, refusal.Code, "Not there", refusal.Sentence),
                    "two-persons" or "for-yourself" => new ApiError(403, refusal.Code, "Not allowed", refusal.Sentence),
                    _ => new ApiError(409, refusal.Code, "Not now", refusal.Sentence),
                }
            );
    }

    private async Task Exposure(HttpContext context, string id, string? format)
    {
        var reader = SignedIn.Of(context).Reader;
        if (!Spills.MayAct(reader))
        {
            await ApiAnswer.Refuse(context, NotAnOfficer);
            return;
        }
        if (!MessageId.TryParse(id, out var known) || spills.Report(reader, known) is not { } report)
        {
            await ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
            return;
        }
        trail.Note(new AuditNote(reader.Name, AuditActs.Audit, known, "exposure"));
        if (format == "csv")
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = "attachment; filename=exposure.csv";
            await context.Response.WriteAsync(report.Csv(), context.RequestAborted);
            return;
        }
        await ApiAnswer.Send(context, StatusCodes.Status200OK, report.Write);
    }

    private Task Audit(HttpContext context, string? who, string? act, string? message, string? before, string? limit)
    {
        var reader = SignedIn.Of(context).Reader;
        if (!MayAudit(reader))
        {
            return ApiAnswer.Refuse(context, ApiError.NotAllowed("Reading the audit trail needs the role auditor or security-officer."));
        }
        MessageId? wanted = null;
        if (message is not null)
        {
            if (!MessageId.TryParse(message, out var known))
            {
                return ApiAnswer.Refuse(context, ApiError.Bad("bad-id", "The message named is no id."));
            }
            wanted = known;
        }
        var (size, upTo) = (Usual, long.MaxValue);
        if (
            (
                limit is not null
                && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > Most)
            ) || (before is not null && !long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out upTo))
        )
        {
            return ApiAnswer.Refuse(
                context,
                ApiError.Bad("bad-limit", $"limit is a number from 1 to {Most}, before the number of a line.")
            );
        }
        // Reading the trail is noted in it.
        trail.Note(new AuditNote(reader.Name, AuditActs.Audit, wanted, Viewing.Line($"who {who ?? "any"}, act {act ?? "any"}")));
        var entries = trail.Find(
            new AuditQuery
            {
                Who = who,
                Act = act,
                Message = wanted,
                Before = before is null ? null : upTo,
                Limit = size,
            }
        );
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("entries");
                foreach (var entry in entries)
                {
                    AuditJson.Write(json, entry);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static bool MayAudit(Reader reader) => reader.IsOwner || (reader.Roles & (Roles.Auditor | Roles.SecurityOfficer)) != 0;

    private static ApiError NotAnOfficer { get; } = ApiError.NotAllowed("This needs the role security-officer.");
}
