using System.Text.Json.Serialization;

namespace Chancery.Web.Api;

/// <summary>The body of POST /api/search.</summary>
internal sealed record SearchBody(string? Q, string? Before, int? Limit, string? Sort, bool? Full);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchBody))]
internal sealed partial class SearchBodyJson : JsonSerializerContext;
