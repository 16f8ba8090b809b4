using System.Text.Json;

namespace Chancery.Cli.Offices;

/// <summary>A page of hits, each an object of the JSON contract.</summary>
internal sealed record FoundPage(IReadOnlyList<JsonElement> Messages, string? Next, long Count, bool Exact, bool Lags);
