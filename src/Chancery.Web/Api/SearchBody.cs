using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>The body of a request that asks by a query, such as POST /api/search.</summary>
internal sealed record SearchBody(string? Q, string? Before, int? Limit, string? Sort, bool? Full, string? Name)
{
    /// <summary>Reads it from the request and answers by it; refuses what is no JSON of it.</summary>
    public static async Task Answer(HttpContext context, Func<SearchBody, Task> answer)
    {
        SearchBody? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync(context.Request.Body, SearchBodyJson.Default.SearchBody, context.RequestAborted);
        }
        catch (JsonException)
        {
            body = null;
        }
        await (
            body is null
                ? ApiAnswer.Refuse(context, ApiError.Bad("bad-json", "The body is not the JSON of a search; send {\"q\":\"…\"}."))
                : answer(body)
        );
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchBody))]
internal sealed partial class SearchBodyJson : JsonSerializerContext;
