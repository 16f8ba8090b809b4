using System.Text;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>How the office stands, for machines that watch it.</summary>
internal sealed class HealthApi(RunningOffice office, MetricsText metrics)
{
    private const Roles SeeTraffic = Roles.Communicator | Roles.Administrator;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health", (Delegate)Health)
            .AllowAnonymous()
            .WithSummary(
                "Whether the office can do its work; 503 where it accepts nothing. Needs no sign-in; who watches it by his office is told more."
            )
            .Produces(200)
            .Produces(503);
        routes
            .MapGet("/metrics", (Delegate)Metrics)
            .WithSummary("Counts for monitoring, in the text format of Prometheus; for administrators.")
            .Produces(200, contentType: "text/plain");
    }

    private Task Health(HttpContext context)
    {
        var asking = context.Features.Get<SignedIn>()?.Reader;
        var seesTraffic = asking is not null && (asking.IsOwner || (asking.Roles & SeeTraffic) != 0);
        var troubles = office.Health.Troubles().RemoveAll(trouble => trouble.IsForStaff && !seesTraffic);
        var isDown = troubles.Any(trouble => trouble.StopsAcceptance);
        return ApiAnswer.Send(
            context,
            isDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteString(
                    "status",
                    isDown ? "down"
                        : troubles.IsEmpty ? "up"
                        : "degraded"
                );
                if (!troubles.IsEmpty)
                {
                    json.WriteStartArray("troubles");
                    foreach (var trouble in troubles)
                    {
                        json.WriteStartObject();
                        json.WriteString("code", trouble.Code);
                        if (asking is not null)
                        {
                            json.WriteString("sentence", trouble.Sentence);
                        }
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            }
        );
    }

    private async Task Metrics(HttpContext context)
    {
        var asking = SignedIn.Of(context).Reader;
        if (!asking.IsOwner && (asking.Roles & Roles.Administrator) == 0)
        {
            await ApiAnswer.Refuse(context, ApiError.NotAllowed("Metrics need the role administrator; ask one."));
            return;
        }
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(metrics.Write()), context.RequestAborted);
    }
}
