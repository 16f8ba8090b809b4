using System.Text.Json;
using Chancery.Messages.Json;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Circuits and what waits, over HTTP. What waits is counted within the rights of who asks.</summary>
internal sealed class CircuitsApi(RunningOffice office)
{
    private const int MostMissing = 200;
    private const int MostLogged = 2000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/circuits", (Delegate)Circuits)
            .WithSummary("How the circuits stand: line, numbers, gaps, what waits.")
            .Produces(200);
        routes
            .MapGet("/api/circuits/{name}/log", (Delegate)Log)
            .WithSummary("The last transmissions of a circuit in both directions, newest first; for who works it.")
            .Produces(200);
        routes.MapGet("/api/queue", (Delegate)Queue).WithSummary("What waits, by destination and precedence.").Produces(200);
    }

    private Task Circuits(HttpContext context)
    {
        var asking = SignedIn.Of(context).Reader;
        var record = office.Circuits.Record;
        var channels = record.Channels();
        var closed = record.Closed();
        var depths = office.Queue.Depths(ReadingRights.Scope(asking)).ToLookup(depth => depth.Destination, StringComparer.Ordinal);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("circuits");
                foreach (var circuit in office.Circuits.For(asking))
                {
                    var status = office.Circuits.Status(circuit.Name);
                    // Numbers count hidden messages too: they are for those who work the circuit.
                    var works = Works(asking, circuit);
                    json.WriteStartObject();
                    json.WriteString("name", circuit.Name);
                    json.WriteString("state", closed.Contains(NewDelivery.Circuit(circuit.Name)) ? "closed" : status.State);
                    json.WriteString("since", JsonValues.Instant(status.Since));
                    json.WriteString("detail", status.Detail);
                    json.WriteString("level", circuit.Level.Name());
                    json.WriteBoolean("acknowledged", circuit.Acknowledged);
                    Channel(json, "in", channels.FirstOrDefault(state => works && state.Name == circuit.Name && !state.IsOut));
                    Channel(json, "out", channels.FirstOrDefault(state => works && state.Name == circuit.OutDesignator && state.IsOut));
                    json.WriteStartArray("missing");
                    foreach (var number in works ? record.Missing(circuit.Name, MostMissing) : [])
                    {
                        json.WriteStartObject();
                        json.WriteString("number", TransmissionWriter.Number(number.Channel, number.Number));
                        json.WriteString("state", number.State == NumberState.Open ? "open" : "reported");
                        json.WriteString("since", JsonValues.Instant(number.At));
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                    Waiting(json, [.. depths[NewDelivery.Circuit(circuit.Name)]]);
                    Offered(json, works ? office.Offers.For(asking, circuit.Name) : null);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static bool Works(Reader asking, CircuitSettings circuit) =>
        asking.IsOwner || ((asking.Roles & Roles.Communicator) != 0 && asking.Level.Rank() >= circuit.Level.Rank());

    private Task Log(HttpContext context, string name, int? limit)
    {
        var asking = SignedIn.Of(context).Reader;
        if (office.Circuits.For(asking).FirstOrDefault(one => one.Name == name && Works(asking, one)) is not { } circuit)
        {
            return ApiAnswer.Refuse(
                context,
                new ApiError(404, "no-circuit", "Not there", $"There is no circuit {name} that you work: see 'chancery circuit list'.")
            );
        }
        var lines = office.Circuits.Record.Log(circuit.Name, circuit.OutDesignator, Math.Clamp(limit ?? MostMissing, 1, MostLogged));
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("transmissions");
                foreach (var (number, message) in lines)
                {
                    json.WriteStartObject();
                    json.WriteString("number", TransmissionWriter.Number(number.Channel, number.Number));
                    json.WriteString("direction", number.IsOut ? "out" : "in");
                    json.WriteNumber("series", number.Cycle);
                    json.WriteString("state", number.State.ToString().ToLowerInvariant());
                    json.WriteString("at", JsonValues.Instant(number.At));
                    json.WriteString("message", message?.ToString());
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private Task Queue(HttpContext context)
    {
        var depths = office.Queue.Depths(ReadingRights.Scope(SignedIn.Of(context).Reader));
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                Waiting(json, depths);
                json.WriteEndObject();
            }
        );
    }

    private static void Offered(Utf8JsonWriter json, OfferedCircuit? offer)
    {
        if (offer is null)
        {
            json.WriteNull("offered");
            return;
        }
        json.WriteStartObject("offered");
        json.WriteString("by", offer.By);
        json.WriteNumber("count", offer.Deliveries.Length);
        json.WriteEndObject();
    }

    private static void Channel(Utf8JsonWriter json, string name, ChannelState? state)
    {
        if (state is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("next", state.Next);
        json.WriteNumber("series", state.Cycle);
        json.WriteString("at", JsonValues.Instant(state.At));
        json.WriteEndObject();
    }

    private static void Waiting(Utf8JsonWriter json, IReadOnlyList<QueueDepth> depths)
    {
        json.WriteStartArray("waiting");
        foreach (var depth in depths)
        {
            json.WriteStartObject();
            json.WriteString("destination", depth.Destination);
            json.WriteString("precedence", depth.Precedence.Name());
            json.WriteNumber("count", depth.Waiting);
            json.WriteString("oldest", JsonValues.Instant(depth.Oldest));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
