using System.Text.Json;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Counts.</summary>
internal sealed class OfficeApi(Archive archive)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/stats", (Delegate)Stats).WithSummary("Counts of what you may read.").Produces(200);
    }

    private Task Stats(HttpContext context)
    {
        var stats = archive.Stats(SignedIn.Of(context).Reader);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("total", stats.Total);
                Write(json, "levels", stats.Levels);
                Write(json, "precedences", stats.Precedences);
                Write(json, "profiles", stats.Profiles);
                Write(json, "families", stats.Families);
                Write(json, "findings", stats.Findings);
                json.WriteEndObject();
            }
        );
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (word, count) in counts)
        {
            json.WriteNumber(word, count);
        }
        json.WriteEndObject();
    }
}
