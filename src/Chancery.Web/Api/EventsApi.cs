using System.Text;
using System.Threading.Channels;
using Chancery.Messages.Json;
using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>
/// What was just committed, as server-sent events: <c>message</c> with the row, at once and only where its reader may see it; <c>time</c> with the
/// server's clock at every beat; <c>saved</c> where a kept search has new messages; <c>gap</c> where a slow listener lost rows; <c>gone</c> where a message that
/// its reader could see was closed; <c>rights</c> where his rights were changed; <c>emergency</c> with how many emergency accesses are in force, for
/// security officers and auditors; <c>alarm</c> where the alarms of its reader changed; <c>queue</c>, with <c>?queues=true</c>, where what the Queues
/// screen shows did, at most once a second; <c>ended</c> where the session ended.
/// </summary>
internal sealed class EventsApi(
    CommitFeed feed,
    Archive archive,
    People people,
    SavedSearches saved,
    Emergencies emergencies,
    RunningOffice office,
    TimeProvider clock,
    DeskSettings settings,
    IHostApplicationLifetime lifetime
)
{
    private static readonly TimeSpan AlarmPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QueuePause = TimeSpan.FromSeconds(1);

    public void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/events", (Delegate)Follow)
            .WithSummary("What is accepted from now on, as server-sent events.")
            .Produces(200, contentType: "text/event-stream");

    private async Task Follow(HttpContext context, bool queues = false)
    {
        var signedIn = SignedIn.Of(context);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var lines = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { SingleReader = true });
        var rows = Rows(signedIn, lines.Writer, ending.Token);
        var beats = Beats(signedIn, lines.Writer, ending.Token);
        var queue = queues ? Queues(signedIn, lines.Writer, ending.Token) : Task.CompletedTask;
        var alarms = Alarms(signedIn, lines.Writer, ending.Token);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(ending.Token))
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(line), ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener went away, or the server stops: there is nobody to tell.
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(rows, beats, queue, alarms).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Rows(SignedIn signedIn, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        await foreach (var row in feed.Follow(cancellation))
        {
            if (row is null)
            {
                await lines.WriteAsync("event: gap\ndata: \n\n", cancellation);
            }
            // Asked anew for every row: a clearance that was taken away holds from that moment on. The row is the message's as it stands now.
            else if (signedIn.Now(people) is not { } reader)
            {
                continue;
            }
            else if (archive.Row(reader, row.Id) is { } shown)
            {
                var json = Encoding.UTF8.GetString(ApiAnswer.Body(writer => RowJson.Write(writer, shown)).Span);
                await lines.WriteAsync($"id: {row.Id}\ndata: {json}\n\n", cancellation);
            }
            else if (ReadingRights.Decide(reader, row) != Reading.None)
            {
                // He could see it as it was, and cannot as it is: closed meanwhile.
                await lines.WriteAsync($"event: gone\ndata: {row.Id}\n\n", cancellation);
            }
        }
    }

    /// <summary>Tells where the alarms of a person have changed: every other second.</summary>
    private async Task Alarms(SignedIn signedIn, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(AlarmPause, clock);
        var told = signedIn.Now(people) is { } first ? AlarmsApi.Sign(office.Alarms, first) : "";
        while (await timer.WaitForNextTickAsync(cancellation) && signedIn.Now(people) is { } reader)
        {
            if (AlarmsApi.Sign(office.Alarms, reader) is var sign && sign != told)
            {
                told = sign;
                await lines.WriteAsync("event: alarm\ndata: \n\n", cancellation);
            }
        }
    }

    /// <summary>Tells where what the Queues screen shows has changed.</summary>
    private async Task Queues(SignedIn signedIn, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(QueuePause, clock);
        string? told = null;
        do
        {
            if (signedIn.Now(people) is not { } reader)
            {
                return;
            }
            var sign = new QueueBoard(office, reader, clock.GetUtcNow()).Sign();
            if (told is not null && sign != told)
            {
                await lines.WriteAsync("event: queue\ndata: \n\n", cancellation);
            }
            told = sign;
        } while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <summary>Tells what is new in the searches that a person keeps, where that has changed.</summary>
    private async Task Alert(Reader reader, Dictionary<string, long> told, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        foreach (var (search, fresh) in saved.Of(reader))
        {
            if (told.GetValueOrDefault(search.Name) != fresh)
            {
                told[search.Name] = fresh;
                var json = Encoding.UTF8.GetString(
                    ApiAnswer
                        .Body(writer =>
                        {
                            writer.WriteStartObject();
                            writer.WriteString("name", search.Name);
                            writer.WriteNumber("fresh", fresh);
                            writer.WriteEndObject();
                        })
                        .Span
                );
                await lines.WriteAsync($"event: saved\ndata: {json}\n\n", cancellation);
            }
        }
    }

    private static bool IsSame(Reader a, Reader b) =>
        a.Level == b.Level
        && a.Roles == b.Roles
        && a.Nationality == b.Nationality
        && a.Offices.SequenceEqual(b.Offices)
        && a.Accesses.SequenceEqual(b.Accesses)
        && a.Emergencies.SequenceEqual(b.Emergencies);

    private async Task Beats(SignedIn signedIn, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(settings.Beat, clock);
        var told = new Dictionary<string, long>(StringComparer.Ordinal);
        var before = signedIn.Reader;
        var emergenciesTold = 0;
        do
        {
            if (signedIn.Now(people) is not { } reader)
            {
                await lines.WriteAsync("event: ended\ndata: \n\n", cancellation);
                lines.TryComplete();
                return;
            }
            if (!IsSame(before, reader))
            {
                before = reader;
                await lines.WriteAsync("event: rights\ndata: \n\n", cancellation);
            }
            var inForce = emergencies.Of(reader).Count(proposal => proposal.AgreedBy is not null);
            if (inForce != emergenciesTold)
            {
                emergenciesTold = inForce;
                await lines.WriteAsync($"event: emergency\ndata: {inForce}\n\n", cancellation);
            }
            await Alert(reader, told, lines, cancellation);
            await lines.WriteAsync($"event: time\ndata: {JsonValues.Instant(clock.GetUtcNow())}\n\n", cancellation);
        } while (await timer.WaitForNextTickAsync(cancellation));
    }
}
