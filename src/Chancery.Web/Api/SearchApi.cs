using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>What helps to search: facets and completion, within the rights of who asks.</summary>
internal sealed class SearchApi(Archive archive)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/facets", Facets).WithSummary("What a query finds, counted by values and by months.").Produces(200);
        routes
            .MapPost("/api/completion", (Delegate)Complete)
            .WithSummary("How the last word of a query may go on; the query in the body.")
            .AddOpenApiOperationTransformer(ApiDocument.Search)
            .Produces(200);
    }

    /// <summary>What is wrong with a query, as one sentence.</summary>
    public static string Sentence(QueryMistake mistake)
    {
        var hint = mistake.Suggestion is { } suggestion ? $" Try {suggestion}" : "";
        return $"{mistake.Message} At character {mistake.Position + 1} of the query.{hint}";
    }

    private Task Facets(HttpContext context, string? q)
    {
        var answer = archive.Facets(SignedIn.Of(context).Reader, q ?? "", context.RequestAborted);
        return answer.Mistake is { } mistake
            ? ApiAnswer.Refuse(context, ApiError.Bad("bad-query", Sentence(mistake)))
            : ApiAnswer.Send(context, StatusCodes.Status200OK, json => FacetJson.Write(json, answer));
    }

    private Task Complete(HttpContext context) => SearchBody.Answer(context, body => Offer(context, body.Q ?? ""));

    private Task Offer(HttpContext context, string query)
    {
        var offered = archive.Complete(SignedIn.Of(context).Reader, query);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("completions");
                foreach (var one in offered)
                {
                    json.WriteStartObject();
                    json.WriteString("query", one.Query);
                    json.WriteString("word", one.Word);
                    json.WriteString("meaning", one.Meaning);
                    if (one.Count is { } count)
                    {
                        json.WriteNumber("count", count);
                    }
                    else
                    {
                        json.WriteNull("count");
                    }
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }
}
