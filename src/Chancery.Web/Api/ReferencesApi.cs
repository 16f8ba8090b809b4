using System.Globalization;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web.Api;

/// <summary>References both ways, and the gaps in series of numbers.</summary>
internal sealed class ReferencesApi(Viewing viewing, ReferenceDesk references, Series series)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/api/messages/{id}/references", References)
            .WithSummary("What a message refers to, what refers to it, and others under its number.")
            .Produces(200);
        routes.MapGet("/api/gaps", Gaps).WithSummary("The numbers of posts by year, and which are not on file.").Produces(200);
    }

    private Task References(HttpContext context, string id)
    {
        var reader = SignedIn.Of(context).Reader;
        if (!MessageId.TryParse(id, out var known))
        {
            return ApiAnswer.Refuse(context, ApiError.NoSuchMessage);
        }
        var view = viewing.Open(reader, known, AuditActs.View, SecurityApi.ReasonOf(context.Request));
        return view.Opened is { } opened
            ? ApiAnswer.Send(
                context,
                StatusCodes.Status200OK,
                json => ReferencesJson.Write(json, references.Of(reader, opened, context.RequestAborted))
            )
            : ApiAnswer.Refuse(context, view.NeedsReason is null ? ApiError.NoSuchMessage : ApiError.ReasonNeeded);
    }

    private Task Gaps(HttpContext context, string? post, string? year)
    {
        int? of = null;
        if (!string.IsNullOrEmpty(year))
        {
            if (year.Length is not (2 or 4) || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var given))
            {
                return ApiAnswer.Refuse(context, ApiError.Bad("bad-year", "The year is none; write 2026 or 26."));
            }
            of = given;
        }
        var found = series.Of(SignedIn.Of(context).Reader, string.IsNullOrWhiteSpace(post) ? null : post, of);
        return ApiAnswer.Send(context, StatusCodes.Status200OK, json => ReferencesJson.Write(json, found));
    }
}
