using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>Kept searches over HTTP, each those of who asks. Names and queries stand in the body, never in an address.</summary>
internal sealed class SavedApi(SavedSearches saved)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/saved", (Delegate)List)
            .WithSummary("Your kept searches, with how many messages are new in each.")
            .Produces(200);
        routes
            .MapPost("/api/saved", (Delegate)Save)
            .WithSummary("Keep a query under a name, in the place of one of the same name.")
            .AddOpenApiOperationTransformer(ApiDocument.Saved)
            .Produces(200);
        routes
            .MapPost("/api/saved/look", (Delegate)Look)
            .WithSummary("A kept search by its name; from now on only what comes later is new in it.")
            .AddOpenApiOperationTransformer(ApiDocument.Saved)
            .Produces(200);
        routes
            .MapPost("/api/saved/forget", (Delegate)Forget)
            .WithSummary("Keep a search no longer.")
            .AddOpenApiOperationTransformer(ApiDocument.Saved)
            .Produces(200);
    }

    private Task List(HttpContext context)
    {
        var alerts = saved.Of(SignedIn.Of(context).Reader);
        return ApiAnswer.Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("saved");
                SavedJson.Write(json, alerts);
                json.WriteEndObject();
            }
        );
    }

    private Task Save(HttpContext context) =>
        SearchBody.Answer(
            context,
            body =>
                SearchSorts.Of(body.Sort) is not { } sort ? ApiAnswer.Refuse(context, MessagesApi.BadSort)
                : saved.Save(SignedIn.Of(context).Reader, body.Name ?? "", body.Q ?? "", sort) is { } problem
                    ? ApiAnswer.Refuse(context, ApiError.Bad("not-kept", problem))
                : ApiAnswer.State(context, "kept")
        );

    private Task Look(HttpContext context) =>
        SearchBody.Answer(
            context,
            body =>
                saved.Look(SignedIn.Of(context).Reader, body.Name ?? "") is { } alert
                    ? ApiAnswer.Send(context, StatusCodes.Status200OK, json => SavedJson.Write(json, alert))
                    : ApiAnswer.Refuse(context, NoSuchSearch)
        );

    private Task Forget(HttpContext context) =>
        SearchBody.Answer(
            context,
            body =>
                saved.Forget(SignedIn.Of(context).Reader, body.Name ?? "")
                    ? ApiAnswer.State(context, "forgotten")
                    : ApiAnswer.Refuse(context, NoSuchSearch)
        );

    private static ApiError NoSuchSearch { get; } = new(404, "no-such-search", "Not there", "You keep no search of this name.");
}
