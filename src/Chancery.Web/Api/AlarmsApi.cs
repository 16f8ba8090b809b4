using Chancery.Messages.Json;
using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Alarms over HTTP.</summary>
internal sealed class AlarmsApi(RunningOffice office, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/alarms", (Delegate)Standing).WithSummary("Alarms that stand, sounding ones first.").Produces(200);
        routes
            .MapPost("/api/alarms/{alarm:long}/acknowledge", (Delegate)Acknowledge)
            .WithSummary("Take an alarm: it sounds no more, and nobody else is called.")
            .Produces(200);
    }

    /// <summary>Changes whenever the alarms of a reader do.</summary>
    public static string Sign(AlarmBoard board, Reader asking) =>
        string.Join(' ', board.For(asking).Select(pair => $"{pair.Alarm.Id}:{pair.Alarm.Called}:{pair.Alarm.AcknowledgedBy}"));

    private Task Standing(HttpContext context)
    {
        var now = clock.GetUtcNow();
        var standing = office.Alarms.For(SignedIn.Of(context).Reader);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("alarms");
                foreach (var (alarm, row) in standing)
                {
                    json.WriteStartObject();
                    json.WriteNumber("alarm", alarm.Id);
                    json.WriteString("kind", alarm.Kind.ToString().ToLowerInvariant());
                    json.WriteString("precedence", alarm.Precedence.Name());
                    json.WriteString("place", alarm.Place);
                    json.WriteString("message", alarm.Message?.ToString());
                    json.WriteString("since", JsonValues.Instant(alarm.Since));
                    json.WriteBoolean("sounds", alarm.Sounds);
                    json.WriteString("acknowledgedBy", alarm.AcknowledgedBy);
                    json.WriteStartArray("called");
                    foreach (var person in office.Alarms.Called(alarm))
                    {
                        json.WriteStringValue(person);
                    }
                    json.WriteEndArray();
                    json.WriteString("next", office.Alarms.Next(alarm)?.Person);
                    json.WriteString("sentence", AlarmText.Of(alarm, row, now));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private Task Acknowledge(HttpContext context, long alarm) =>
        office.Alarms.Acknowledge(SignedIn.Of(context).Reader, alarm) is { } refusal
            ? ApiAnswer.Refuse(
                context,
                refusal.Code == "no-alarm"
                    ? new ApiError(404, refusal.Code, "Not there", refusal.Sentence)
                    : new ApiError(403, refusal.Code, "Not allowed", refusal.Sentence)
            )
            : ApiAnswer.Send(
                context,
                StatusCodes.Status200OK,
                json =>
                {
                    json.WriteStartObject();
                    json.WriteString("state", "acknowledged");
                    json.WriteEndObject();
                }
            );
}
