using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>
/// Traffic as one request that stays open: many submissions under way at once, each answered by a line when it is on disk, in the order in which they
/// came. A submission that is refused has its line like any other, and the stream goes on.
/// </summary>
internal sealed class StreamApi(Intake intake, People people, DeskSettings settings, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>Submissions of one stream that wait for their answer.</summary>
    private const int MostUnderWay = 256;

    /// <summary>Their bytes; a single larger one goes alone.</summary>
    private const long MostBytes = 16L << 20;

    private const int Flushed = 16 * 1024;
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(1);

    public void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/messages/stream", (Delegate)Take)
            .WithSummary(
                "Accept messages one after the other, each behind a line with its length; a line of JSON answers each when it is on disk."
            )
            .AddOpenApiOperationTransformer(ApiDocument.Frames)
            .Produces(200, contentType: "application/x-ndjson");

    private async Task Take(HttpContext context)
    {
        var aborted = context.RequestAborted;
        Lift(context);
        context.Response.ContentType = "application/x-ndjson";
        await context.Response.StartAsync(aborted);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        using var room = new BytesInFlight(MostBytes);
        var owed = Channel.CreateBounded<StreamAnswer>(
            new BoundedChannelOptions(MostUnderWay) { SingleReader = true, SingleWriter = true }
        );
        var answering = Answer(context.Response, owed.Reader, room, aborted);
        try
        {
            await Read(context, owed.Writer, room, ending.Token);
        }
        catch (Exception end) when (aborted.IsCancellationRequested && end is OperationCanceledException or IOException)
        {
            // The sender went away: what he has no answer for he sends again.
        }
        finally
        {
            owed.Writer.TryComplete();
            await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A stream is as long as it likes and may be silent; what is held of it is bounded here.</summary>
    private static void Lift(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private async Task Read(HttpContext context, ChannelWriter<StreamAnswer> owed, BytesInFlight room, CancellationToken ending)
    {
        var aborted = context.RequestAborted;
        var signedIn = SignedIn.Of(context);
        var reader = signedIn.Reader;
        var asked = clock.GetTimestamp();
        var body = new FramedBody(context.Request.BodyReader, settings.BodyLimit);
        for (var place = 1L; ; place++)
        {
            BodyFrame? frame;
            try
            {
                frame = await body.Next(ending);
            }
            catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
            {
                await owed.WriteAsync(Refused(place, null, Stopping), aborted);
                return;
            }
            if (frame is null)
            {
                return;
            }
            if (clock.GetElapsedTime(asked) >= Asked)
            {
                asked = clock.GetTimestamp();
                if (signedIn.Now(people) is not { } now)
                {
                    await owed.WriteAsync(Refused(place, frame.Key, ApiError.NotSignedIn), aborted);
                    return;
                }
                reader = now;
            }
            if (Objection(frame.Kind) is { } error)
            {
                await owed.WriteAsync(Refused(place, frame.Key, error), aborted);
                if (frame.Kind != BodyFrameKind.TooLarge)
                {
                    return;
                }
                continue;
            }
            await room.Take(frame.Bytes.Length, aborted);
            var submission = new Submission(frame.Bytes, new Origin("http", reader.Name), reader) { Key = frame.Key };
            var accepting = await intake.Enter(submission, aborted);
            await owed.WriteAsync(new StreamAnswer(place, frame.Key, frame.Bytes.Length, accepting, null), aborted);
        }
    }

    private static StreamAnswer Refused(long place, string? key, ApiError error) => new(place, key, 0, null, error);

    private ApiError? Objection(BodyFrameKind kind) =>
        kind switch
        {
            BodyFrameKind.TooLarge => ApiError.TooLarge(settings.BodyLimit),
            BodyFrameKind.NoLength => ApiError.Bad(
                "bad-frame",
                $"No length in bytes, with a key of up to {FramedBody.LongestKey} characters or without, stands before the message; nothing behind it is read."
            ),
            BodyFrameKind.CutShort => ApiError.Bad("cut-short", "The stream ended within the message; nothing of it was accepted."),
            _ => null,
        };

    private static ApiError Stopping { get; } =
        new(503, "stopping", "Cannot accept now", "The office is closing: send what has no line of its own again when it is open.");

    /// <summary>Writes the answers in order as they become known; what is known at once goes out at once.</summary>
    private static async Task Answer(HttpResponse response, ChannelReader<StreamAnswer> owed, BytesInFlight room, CancellationToken aborted)
    {
        var output = response.BodyWriter;
        var unflushed = 0L;
        await using var json = new Utf8JsonWriter(output, ApiAnswer.Json);
        await foreach (var answer in owed.ReadAllAsync(aborted))
        {
            if (answer.Accepting is { IsCompleted: false } && unflushed > 0)
            {
                await output.FlushAsync(aborted);
                unflushed = 0;
            }
            var (accepted, error) = await Outcome(answer);
            Write(json, answer, accepted, error);
            await json.FlushAsync(aborted);
            unflushed += json.BytesCommitted + 1;
            json.Reset(output);
            output.Write("\n"u8);
            room.Give(answer.Size);
            if (unflushed >= Flushed || !owed.TryPeek(out _))
            {
                await output.FlushAsync(aborted);
                unflushed = 0;
            }
        }
    }

    private static async Task<(IReadOnlyList<Accepted> Accepted, ApiError? Error)> Outcome(StreamAnswer owed)
    {
        if (owed.Accepting is null)
        {
            return ([], owed.Error);
        }
        try
        {
            var answer = await owed.Accepting;
            return (answer.Accepted, answer.Refusal is { } refusal ? ApiError.Of(refusal) : null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ([], ApiError.Fault);
        }
    }

    private static void Write(Utf8JsonWriter json, StreamAnswer owed, IReadOnlyList<Accepted> accepted, ApiError? error)
    {
        json.WriteStartObject();
        json.WriteNumber("n", owed.Place);
        if (owed.Key is not null)
        {
            json.WriteString("key", owed.Key);
        }
        json.WriteNumber("status", error?.Status ?? StatusCodes.Status201Created);
        if (error is not null)
        {
            json.WriteString("code", error.Code);
            json.WriteString("detail", error.Detail);
        }
        else
        {
            json.WriteStartArray("accepted");
            foreach (var one in accepted)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id.ToString());
                json.WriteString("duplicateOf", one.DuplicateOf?.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
