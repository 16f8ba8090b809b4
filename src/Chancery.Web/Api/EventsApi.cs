using System.Text;
using System.Threading.Channels;
using Chancery.Messages.Json;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Chancery.Web.Api;

/// <summary>
/// What was just committed, as server-sent events: <c>message</c> with the row, at once and only where its reader may see it; <c>time</c> with the
/// server's clock at every beat; <c>gap</c> where a slow listener lost rows; <c>ended</c> where the session ended.
/// </summary>
internal sealed class EventsApi(
    CommitFeed feed,
    People people,
    TimeProvider clock,
    DeskSettings settings,
    IHostApplicationLifetime lifetime
)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/events", (Delegate)Follow)
            .WithSummary("What is accepted from now on, as server-sent events.")
            .Produces(200, contentType: "text/event-stream");

    private async Task Follow(HttpContext context)
    {
        var signedIn = SignedIn.Of(context);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var lines = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { SingleReader = true });
        var rows = Rows(signedIn.Reader, lines.Writer, ending.Token);
        var beats = Beats(signedIn, lines.Writer, ending.Token);
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
            await Task.WhenAll(rows, beats).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Rows(Reader reader, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        await foreach (var row in feed.Follow(cancellation))
        {
            if (row is null)
            {
                await lines.WriteAsync("event: gap\ndata: \n\n", cancellation);
            }
            else if (ReadingRights.Decide(reader, row) == Reading.Full)
            {
                var json = Encoding.UTF8.GetString(ApiAnswer.Body(writer => RowJson.Write(writer, row)).Span);
                await lines.WriteAsync($"id: {row.Id}\ndata: {json}\n\n", cancellation);
            }
        }
    }

    private async Task Beats(SignedIn signedIn, ChannelWriter<string> lines, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(settings.Beat, clock);
        do
        {
            if (signedIn.SessionToken is { } token && people.Resume(token, touch: false) is null)
            {
                await lines.WriteAsync("event: ended\ndata: \n\n", cancellation);
                lines.TryComplete();
                return;
            }
            await lines.WriteAsync($"event: time\ndata: {JsonValues.Instant(clock.GetUtcNow())}\n\n", cancellation);
        } while (await timer.WaitForNextTickAsync(cancellation));
    }
}
