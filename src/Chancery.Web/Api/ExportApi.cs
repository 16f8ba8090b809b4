using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>What a query finds, as a file.</summary>
internal sealed class ExportApi(Exporter exporter)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/export", Get)
            .WithSummary("What a query finds as CSV, JSON Lines or bytes (format=csv, jsonl, raw).")
            .Produces(200);
        routes
            .MapPost("/api/export", Post)
            .WithSummary("As GET /api/export, the query in the body.")
            .AddOpenApiOperationTransformer(ApiDocument.Search)
            .Produces(200);
    }

    /// <summary>Sends an export; only for a query without mistake.</summary>
    public static async Task Send(HttpContext context, Exporter exporter, string query, SearchSort sort, ExportFormat format)
    {
        context.Response.ContentType = Exporter.TypeOf(format);
        context.Response.Headers.ContentDisposition = $"attachment; filename={Exporter.FileName(format)}";
        await exporter.Write(SignedIn.Of(context).Reader, query, sort, format, context.Response.Body, context.RequestAborted);
    }

    private Task Get(HttpContext context, string? q, string? format, string? sort) => Answer(context, q ?? "", format, sort);

    private Task Post(HttpContext context, string? format) =>
        SearchBody.Answer(context, body => Answer(context, body.Q ?? "", format, body.Sort));

    private Task Answer(HttpContext context, string query, string? format, string? order)
    {
        if (Exporter.FormatOf(format) is not { } known)
        {
            return ApiAnswer.Refuse(context, ApiError.Bad("bad-format", "The format is none of csv, jsonl and raw."));
        }
        SearchSort? sort = order switch
        {
            null or "" or "date" => SearchSort.Date,
            "filed" => SearchSort.Filed,
            _ => null,
        };
        if (sort is null)
        {
            return ApiAnswer.Refuse(context, ApiError.Bad("bad-sort", "The order of an export is date or filed."));
        }
        return exporter.Mistake(SignedIn.Of(context).Reader, query, context.RequestAborted) is { } mistake
            ? ApiAnswer.Refuse(context, ApiError.Bad("bad-query", SearchApi.Sentence(mistake)))
            : Send(context, exporter, query, sort.Value, known);
    }
}
