using System.Text.Json;

namespace Chancery.Cli.Offices;

/// <summary>The running office asked over its API for what only a running office has: circuits, queue, doors.</summary>
internal static class OfficeApi
{
    /// <summary>The answer of an address.</summary>
    public static async Task<JsonElement> Get(this ServedOffice office, string path, CancellationToken cancellation) =>
        await Ask(office, HttpMethod.Get, path, null, cancellation);

    /// <summary>Does something, with its reason.</summary>
    public static Task<JsonElement> Act(this ServedOffice office, string path, string reason, CancellationToken cancellation) =>
        Ask(
            office,
            HttpMethod.Post,
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}reason={Uri.EscapeDataString(reason)}",
            null,
            cancellation
        );

    /// <summary>Submits messages as traffic.</summary>
    public static Task<JsonElement> Submit(this ServedOffice office, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        Ask(office, HttpMethod.Post, "/api/messages", bytes, cancellation);

    private static async Task<JsonElement> Ask(
        ServedOffice office,
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte>? body,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new("application/octet-stream");
        }
        using var answer =
            await office.Send(request, cancellation)
            ?? throw new RefusalException(ExitCodes.NotClean, office.LastRefusal ?? "Nothing of that name is there for you.");
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }
}
