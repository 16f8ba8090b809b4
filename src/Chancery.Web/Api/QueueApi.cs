using System.Text.Json;
using Chancery.Messages.Json;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Held and waiting traffic over HTTP, and what a communicator does with it. Every act takes <c>reason</c>, which stands in the journal.</summary>
internal sealed class QueueApi(RunningOffice office)
{
    private const int Most = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/held", (Delegate)Held).WithSummary("Held traffic, highest precedence first, with the reason.").Produces(200);
        routes.MapPost("/api/held/{id}/release", Release).WithSummary("Let held traffic go.").Produces(200);
        routes.MapPost("/api/held/{id}/correct", Correct).WithSummary("Release a corrected copy, the body, in its place.").Produces(200);
        routes.MapPost("/api/held/{id}/repeat", Repeat).WithSummary("Ask the station it came from to send it again.").Produces(200);
        routes
            .MapPost("/api/held/{id}/return", Return)
            .WithSummary("Tell that station that it is no good, and end its handling.")
            .Produces(200);
        routes
            .MapPost("/api/held/{id}/send-on", SendOn)
            .WithSummary("Send a misrouted message on to the station named by to, below a pilot, and tell the origin.")
            .Produces(200);
        routes
            .MapPost("/api/held/{id}/protect", Protect)
            .WithSummary("Tell the origin that it cannot be delivered from here, and end its handling.")
            .Produces(200);
        routes.MapPost("/api/held/{id}/close", Close).WithSummary("End the handling of held traffic without delivery.").Produces(200);
        routes
            .MapGet("/api/queue/deliveries", (Delegate)Deliveries)
            .WithSummary("Every delivery that waits or is kept back.")
            .Produces(200);
        routes.MapGet("/api/queue/{delivery:long}", Delivery).WithSummary("One delivery.").Produces(200);
        routes
            .MapPost("/api/queue/{delivery:long}/{act}", Act)
            .WithSummary("hold, release, cancel, expire, requeue or reroute a delivery.")
            .Produces(200);
        routes
            .MapPost("/api/circuits/{name}/{act}", ActOnCircuit)
            .WithSummary("open, close, reset, reset-in or reset-out a circuit, or divert what waits for it to the circuit that is offered.")
            .Produces(200);
        routes
            .MapPost("/api/circuits/{name}/numbers/{number}/close", CloseNumber)
            .WithSummary("Close an open channel number.")
            .Produces(200);
        routes
            .MapGet("/api/messages/{id}/trace", Trace)
            .WithSummary("How a message came, what it is to others, where it went.")
            .Produces(200);
    }

    private Task Held(HttpContext context)
    {
        var held = office.Desk.Holds(SignedIn.Of(context).Reader, Most);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("held");
                foreach (var message in held)
                {
                    json.WriteStartObject();
                    json.WriteString("id", message.Row.Id.ToString());
                    json.WriteString("precedence", message.Row.Precedence.Action?.Name());
                    json.WriteString("identity", message.Row.MessageIdentity ?? message.Row.TransmissionIdentity);
                    json.WriteString("rule", message.Rule);
                    json.WriteString("reason", message.Sentence);
                    json.WriteString("since", JsonValues.Instant(message.Since));
                    json.WriteString("releasedBy", message.ReleasedBy);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private Task Release(HttpContext context, string id, string? reason)
    {
        if (!MessageId.TryParse(id, out var known))
        {
            return ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
        }
        var refusal = office.Desk.Release(SignedIn.Of(context).Reader, known, reason ?? "", out var isDone);
        return Done(context, refusal, isDone ? "released" : "needs a second person");
    }

    private Task Close(HttpContext context, string id, string? reason) =>
        MessageId.TryParse(id, out var known)
            ? Done(context, office.Desk.Close(SignedIn.Of(context).Reader, known, reason ?? ""), "closed")
            : ApiAnswer.Refuse(context, ApiError.NoSuchMessage);

    /// <summary>The body is the corrected message whole; what it changes is told by comparing it.</summary>
    private async Task Correct(HttpContext context, string id, string? reason)
    {
        var asking = SignedIn.Of(context).Reader;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (!MessageId.TryParse(id, out var known) || office.Corrections.Whole(asking, known, body.ToArray()) is not { } corrected)
        {
            await ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
            return;
        }
        var (copy, refusal) = await office.Corrections.Release(asking, corrected, reason ?? "");
        await Done(context, refusal, copy is null ? "needs a second person" : $"released as {copy}");
    }

    private async Task Repeat(HttpContext context, string id, string? reason) =>
        await (
            MessageId.TryParse(id, out var known)
                ? Done(context, await office.Corrections.AskRepeat(SignedIn.Of(context).Reader, known, reason ?? ""), "asked")
                : ApiAnswer.Refuse(context, ApiError.NoSuchMessage)
        );

    private async Task Return(HttpContext context, string id, string? reason) =>
        await (
            MessageId.TryParse(id, out var known)
                ? Done(context, await office.Corrections.Return(SignedIn.Of(context).Reader, known, reason ?? ""), "returned")
                : ApiAnswer.Refuse(context, ApiError.NoSuchMessage)
        );

    private async Task SendOn(HttpContext context, string id, string? to, string? reason)
    {
        if (!MessageId.TryParse(id, out var known))
        {
            await ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
            return;
        }
        var (isDone, refusal) = await office.Misroutes.SendOn(SignedIn.Of(context).Reader, known, to ?? "", reason ?? "");
        await Done(context, refusal, isDone ? "sent on" : "needs a second person");
    }

    private async Task Protect(HttpContext context, string id, string? reason) =>
        await (
            MessageId.TryParse(id, out var known)
                ? Done(context, await office.Misroutes.Protect(SignedIn.Of(context).Reader, known, reason ?? ""), "the origin is told")
                : ApiAnswer.Refuse(context, ApiError.NoSuchMessage)
        );

    private Task Deliveries(HttpContext context)
    {
        var waiting = office.Desk.Waiting(SignedIn.Of(context).Reader, Most);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("deliveries");
                foreach (var delivery in waiting)
                {
                    Write(json, delivery);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private Task Delivery(HttpContext context, long delivery) =>
        office.Desk.Delivery(SignedIn.Of(context).Reader, delivery) is { } found
            ? ApiAnswer.Send(context, StatusCodes.Status200OK, json => Write(json, found))
            : ApiAnswer.Refuse(context, NoDelivery);

    private static ApiError NoDelivery { get; } =
        new(404, "no-delivery", "Not there", "There is no delivery of this number for you: see 'chancery queue list'.");

    private Task Act(HttpContext context, long delivery, string act, string? reason, string? destination)
    {
        var asking = SignedIn.Of(context).Reader;
        var why = reason ?? "";
        var desk = office.Desk;
        return act switch
        {
            "hold" => Done(context, desk.Change(asking, delivery, DeliveryState.Held, why), "held"),
            "release" => Done(context, desk.Change(asking, delivery, DeliveryState.Queued, why), "queued"),
            "cancel" => Done(context, desk.Change(asking, delivery, DeliveryState.Cancelled, why), "cancelled"),
            "expire" => Done(context, desk.Change(asking, delivery, DeliveryState.Failed, why), "failed"),
            "requeue" => Done(context, desk.Requeue(asking, delivery, null, why), "queued"),
            "reroute" => Done(context, desk.Requeue(asking, delivery, destination ?? "", why), "queued"),
            _ => ApiAnswer.Refuse(context, ApiError.NoSuchAddress),
        };
    }

    private Task ActOnCircuit(HttpContext context, string name, string act, string? reason)
    {
        var asking = SignedIn.Of(context).Reader;
        var why = reason ?? "";
        return act switch
        {
            "open" => Done(context, office.Desk.SetClosed(asking, name, isClosed: false, why), "open"),
            "close" => Done(context, office.Desk.SetClosed(asking, name, isClosed: true, why), "closed"),
            "divert" => Divert(),
            "reset" => Done(
                context,
                office.Desk.Reset(asking, name, isOut: false, why) ?? office.Desk.Reset(asking, name, isOut: true, why),
                "reset"
            ),
            "reset-in" => Done(context, office.Desk.Reset(asking, name, isOut: false, why), "reset"),
            "reset-out" => Done(context, office.Desk.Reset(asking, name, isOut: true, why), "reset"),
            _ => ApiAnswer.Refuse(context, ApiError.NoSuchAddress),
        };

        Task Divert()
        {
            var (sent, refusal) = office.Offers.Send(asking, name, why);
            return Done(context, refusal, $"sent {sent}");
        }
    }

    private Task CloseNumber(HttpContext context, string name, string number, string? reason) =>
        Done(context, office.Desk.CloseNumber(SignedIn.Of(context).Reader, name, number, reason ?? ""), "closed");

    private Task Trace(HttpContext context, string id)
    {
        var asking = SignedIn.Of(context).Reader;
        if (!MessageId.TryParse(id, out var known) || office.Archive.Row(asking, known) is not { IsExtract: false } row)
        {
            return ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
        }
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("identity", row.MessageIdentity);
                json.WriteString("transmission", row.TransmissionIdentity);
                json.WriteString("receivedAt", JsonValues.Instant(row.FiledAt));
                json.WriteString("door", row.Origin.Door);
                json.WriteString("from", row.Origin.Name);
                var under = office.Desk.CameUnder(known);
                json.WriteString("number", under is null ? null : TransmissionWriter.Number(under.Channel, under.Number));
                var opened = office.Alarms.OpenedBy(known);
                json.WriteString("openedAt", opened is { } first ? JsonValues.Instant(first.At) : null);
                json.WriteString("openedBy", opened?.By);
                json.WriteStartArray("links");
                foreach (var (kind, table, other, isEarlier) in office.Desk.Links(asking, known))
                {
                    json.WriteStartObject();
                    json.WriteString("kind", kind.ToString().ToLowerInvariant());
                    json.WriteString("row", table);
                    json.WriteString("id", other.Id.ToString());
                    json.WriteBoolean("isEarlier", isEarlier);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteStartArray("copies");
                foreach (var copy in office.Desk.Copies(known))
                {
                    json.WriteStartObject();
                    json.WriteString("office", copy.Office);
                    json.WriteBoolean("action", copy.IsAction);
                    json.WriteString("rule", copy.Rule);
                    json.WriteString("why", copy.Why);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteStartArray("deliveries");
                foreach (var delivery in office.Queue.Of(known))
                {
                    Write(json, delivery);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static void Write(Utf8JsonWriter json, QueuedDelivery delivery)
    {
        json.WriteStartObject();
        json.WriteNumber("delivery", delivery.Id);
        json.WriteString("message", delivery.Message.ToString());
        json.WriteString("destination", delivery.Destination);
        json.WriteString("precedence", delivery.Precedence.Name());
        json.WriteString("state", delivery.State.ToString().ToLowerInvariant());
        json.WriteNumber("tries", delivery.Tries);
        json.WriteString("queuedAt", JsonValues.Instant(delivery.Since));
        json.WriteString("firstTriedAt", delivery.FirstTriedAt is { } tried ? JsonValues.Instant(tried) : null);
        json.WriteString("at", JsonValues.Instant(delivery.At));
        json.WriteString("number", delivery.Number);
        json.WriteNumber("fence", delivery.Fence);
        json.WriteString("why", delivery.Why);
        json.WriteEndObject();
    }

    private static Task Done(HttpContext context, Refusal? refusal, string state) =>
        refusal is null
            ? ApiAnswer.State(context, state)
            : ApiAnswer.Refuse(
                context,
                refusal.Code switch
                {
                    "not-a-communicator" or "two-persons" or "not-cleared" or "text-locked" => new ApiError(
                        403,
                        refusal.Code,
                        "Not allowed",
                        refusal.Sentence
                    ),
                    "not-held" or "no-delivery" or "no-offer" or "no-circuit" or "no-destination" or "no-number" => new ApiError(
                        404,
                        refusal.Code,
                        "Not there",
                        refusal.Sentence
                    ),
                    _ => ApiError.Bad(refusal.Code, refusal.Sentence),
                }
            );
}
