using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text.Json;
using Chancery.Office;

namespace Chancery.Cli.Offices;

/// <summary>An office asked over its HTTP API.</summary>
internal sealed class ServedOffice : IOfficeAccess
{
    /// <summary>Submissions under way at a time: enough for the server to commit them in groups.</summary>
    private const int Together = 16;
    private readonly HttpClient client;
    private readonly TimeProvider clock;

    /// <summary>Reaches a server.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="token">A bearer token.</param>
    /// <param name="isOwn">
    /// True where address and token were read from the lock of our own store: only its server writes there, so its certificate may be
    /// made out to another name.
    /// </param>
    /// <param name="clock">The clock.</param>
    public ServedOffice(Uri address, string token, bool isOwn, TimeProvider clock)
    {
        var handler = new SocketsHttpHandler { UseProxy = !isOwn };
        if (isOwn)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, errors) =>
                certificate is not null && (errors & SslPolicyErrors.RemoteCertificateNotAvailable) == 0;
        }
        client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        this.clock = clock;
    }

    /// <summary>What the server said of the last thing that is not there; null where it said nothing.</summary>
    public string? LastRefusal { get; private set; }

    public async Task<FoundPage> Find(string query, SearchSort sort, string? before, int limit, bool full, CancellationToken cancellation)
    {
        var answer =
            await Asked(
                "/api/search",
                body =>
                {
                    body.WriteString("q", query);
                    body.WriteNumber("limit", limit);
                    body.WriteString("sort", sort.Word());
                    body.WriteString("before", before);
                    body.WriteBoolean("full", full);
                },
                cancellation
            ) ?? throw Unexpected();
        var total = answer.GetProperty("total");
        return new FoundPage(
            [.. answer.GetProperty("messages").EnumerateArray()],
            answer.GetProperty("next").GetString(),
            total.GetProperty("count").GetInt64(),
            total.GetProperty("exact").GetBoolean(),
            Lags: false
        );
    }

    public Task<JsonElement?> Open(string id, string? reason, CancellationToken cancellation) =>
        Json(For(HttpMethod.Get, $"/api/messages/{Uri.EscapeDataString(id)}", reason), cancellation);

    public async Task<ReadOnlyMemory<byte>?> Raw(string id, string? reason, CancellationToken cancellation)
    {
        using var answer = await Send(For(HttpMethod.Get, $"/api/messages/{Uri.EscapeDataString(id)}/raw", reason), cancellation);
        return answer is null ? null : await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    public async Task<string> Close(string id, string act, string reason, CancellationToken cancellation)
    {
        using var answer =
            await Send(For(HttpMethod.Post, $"/api/messages/{Uri.EscapeDataString(id)}/{act}", reason), cancellation) ?? throw NotOnFile;
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation)).GetProperty("state").GetString() ?? "";
    }

    public async Task<SpillSheet> Spill(string id, CancellationToken cancellation)
    {
        var path = $"/api/messages/{Uri.EscapeDataString(id)}/exposure";
        using var list = await Send(new HttpRequestMessage(HttpMethod.Get, path + "?format=csv"), cancellation) ?? throw NotOnFile;
        var report = await Json(path, cancellation) ?? throw NotOnFile;
        return new SpillSheet(
            await list.Content.ReadAsStringAsync(cancellation),
            report.GetProperty("notice").GetString() ?? "",
            report.GetProperty("copies").GetArrayLength()
        );
    }

    public async Task<IReadOnlyList<string>> ByNumber(string number, CancellationToken cancellation)
    {
        if (ReferenceDesk.IsRefTel(number))
        {
            return await RefTels(number.TrimStart()[ReferenceDesk.RefTel.Length..], cancellation);
        }
        var page = await Find($"mrn:\"{number.Replace("\"", "")}\"", SearchSort.Filed, before: null, limit: 50, full: false, cancellation);
        return [.. page.Messages.Select(message => message.GetProperty("id").GetString()!)];
    }

    public Task<JsonElement?> References(string id, string? reason, CancellationToken cancellation) =>
        Json(For(HttpMethod.Get, $"/api/messages/{Uri.EscapeDataString(id)}/references", reason), cancellation);

    public async Task<JsonElement> Gaps(string? post, int? year, CancellationToken cancellation) =>
        await Json($"/api/gaps?post={Uri.EscapeDataString(post ?? "")}&year={year:00}", cancellation) ?? throw Unexpected();

    private async Task<IReadOnlyList<string>> RefTels(string number, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var id in await ByNumber(number, cancellation))
        {
            if (await References(id, reason: null, cancellation) is { } references)
            {
                found.AddRange(
                    references
                        .GetProperty("cites")
                        .EnumerateArray()
                        .SelectMany(cited => cited.GetProperty("onFile").EnumerateArray())
                        .Select(row => row.GetProperty("id").GetString()!)
                );
            }
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    public async Task<JsonElement> Saved(CancellationToken cancellation) =>
        (await Json("/api/saved", cancellation) ?? throw Unexpected()).GetProperty("saved");

    public async Task Save(string name, string query, SearchSort sort, CancellationToken cancellation)
    {
        _ =
            await Asked(
                "/api/saved",
                body =>
                {
                    body.WriteString("name", name);
                    body.WriteString("q", query);
                    body.WriteString("sort", sort.Word());
                },
                cancellation
            ) ?? throw Unexpected();
    }

    public Task<JsonElement?> Look(string name, CancellationToken cancellation) =>
        Asked("/api/saved/look", body => body.WriteString("name", name), cancellation);

    public async Task<bool> Forget(string name, CancellationToken cancellation) =>
        await Asked("/api/saved/forget", body => body.WriteString("name", name), cancellation) is not null;

    public async Task<ExportSummary?> Export(string query, SearchSort sort, string format, Stream output, CancellationToken cancellation)
    {
        var body = Body(json =>
        {
            json.WriteString("q", query);
            json.WriteString("sort", sort.Word());
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/export?format={format}") { Content = body };
        using var answer = await Send(request, cancellation) ?? throw Unexpected();
        await answer.Content.CopyToAsync(output, cancellation);
        // What it held is known at the end only, and HTTP/1.1 has no place for it there.
        return null;
    }

    public async Task<JsonElement> Stats(CancellationToken cancellation) => await Json("/api/stats", cancellation) ?? throw Unexpected();

    public async Task<ImportSummary> Import(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var begun = clock.GetTimestamp();
        var tally = new ImportTally();
        var underWay = new Queue<Task>();
        try
        {
            foreach (var input in new InputWalker(new IntakeLimits()).Walk(paths, standardInput, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if (input.Problem is { } problem)
                {
                    tally.AddProblem(problem);
                    continue;
                }
                if (underWay.Count >= Together)
                {
                    await underWay.Dequeue();
                    progress?.Report(new ImportProgress(tally.Messages, tally.Bytes, 0, input.InputBytes, Indexed: false));
                }
                // What was sent is answered, also when the user interrupts: nothing is left half told.
                underWay.Enqueue(Submit(input, options, tally, CancellationToken.None));
            }
        }
        catch (OperationCanceledException)
        {
            tally.Interrupted = true;
        }
        await Task.WhenAll(underWay);
        return tally.Summary(clock.GetElapsedTime(begun));
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Submit(WalkedInput input, ImportOptions options, ImportTally tally, CancellationToken cancellation)
    {
        if (input.Bytes.IsEmpty)
        {
            tally.AddFile(input.Bytes.Length);
            return;
        }
        var path =
            $"/api/messages?filing=true&name={Uri.EscapeDataString(input.Name)}"
            + (options.Unmarked is { } level ? $"&unmarked={Uri.EscapeDataString(Messages.Levels.Name(level))}" : "");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(input.Bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        try
        {
            using var answer = await Send(request, cancellation) ?? throw Unexpected();
            tally.AddFile(input.Bytes.Length);
            tally.AddAnswer(JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation)));
        }
        catch (RefusalException refusal) when (refusal.ExitCode == ExitCodes.WrongUsage)
        {
            tally.AddProblem($"{input.Name}: {refusal.Message}");
        }
    }

    /// <summary>What is answered to a question in a body, so that it stands in no address; null for what is not there.</summary>
    private async Task<JsonElement?> Asked(string path, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(write) };
        using var answer = await Send(request, cancellation);
        return answer is null ? null : JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    private static ReadOnlyMemoryContent Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private Task<JsonElement?> Json(string path, CancellationToken cancellation) =>
        Json(new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    private async Task<JsonElement?> Json(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var answer = await Send(request, cancellation);
        return answer is null ? null : JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>The answer; null for what is not there. A refusal of the server becomes ours, with its sentence.</summary>
    public async Task<HttpResponseMessage?> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        LastRefusal = null;
        HttpResponseMessage answer;
        try
        {
            answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new RefusalException(
                ExitCodes.NotReached,
                $"The server at {client.BaseAddress} could not be reached ({exception.HttpRequestError}): start it with 'chancery serve', or check the address."
            );
        }
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }
        using (answer)
        {
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                LastRefusal = Detail(await answer.Content.ReadAsByteArrayAsync(cancellation));
                return null;
            }
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                throw new RefusalException(
                    ExitCodes.Refused,
                    $"The server at {client.BaseAddress} does not know the token in $CHANCERY_TOKEN: 'chancery user token NAME' makes another."
                );
            }
            var detail =
                Detail(await answer.Content.ReadAsByteArrayAsync(cancellation)) ?? $"The server answered {(int)answer.StatusCode}.";
            throw new RefusalException(
                answer.StatusCode switch
                {
                    HttpStatusCode.Forbidden or HttpStatusCode.Conflict => ExitCodes.Refused,
                    HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => ExitCodes.WrongUsage,
                    _ => ExitCodes.NotReached,
                },
                detail
            );
        }
    }

    private static string? Detail(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body).TryGetProperty("detail", out var detail) ? detail.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A request with its reason, which stands in no address.</summary>
    private static HttpRequestMessage For(HttpMethod method, string path, string? reason)
    {
        var request = new HttpRequestMessage(method, path);
        if (!string.IsNullOrWhiteSpace(reason))
        {
            request.Headers.Add("Chancery-Reason", Uri.EscapeDataString(reason));
        }
        return request;
    }

    private RefusalException NotOnFile => new(ExitCodes.NotClean, LastRefusal ?? "No message with this id is on file for you.");

    private RefusalException Unexpected() =>
        new(ExitCodes.NotReached, $"What answers at {client.BaseAddress} is no Chancery of this version: check the address.");
}
