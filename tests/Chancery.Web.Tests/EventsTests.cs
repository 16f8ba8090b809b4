namespace Chancery.Web.Tests;

public sealed class EventsTests(ServedOffice office)
{
    [Fact]
    public async Task What_is_committed_comes_at_once_and_only_to_those_who_may_read_it()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var program = office.Program("open");
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        while (await lines.ReadLineAsync(limit.Token) is { } first && !first.StartsWith("event: time", StringComparison.Ordinal)) { }

        var hidden = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        var seen = await office.Send("open", Sample.Message(office.Number()));

        var ids = new List<string>();
        while (!ids.Contains(seen) && await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                ids.Add(line[4..]);
            }
        }
        Assert.Contains(seen, ids);
        Assert.DoesNotContain(hidden, ids);
    }

    [Fact]
    public async Task A_stream_ends_with_the_session_that_opened_it()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("ending", Level.Unclassified, Roles.Reader);
        using var browser = await office.Browser("ending");
        using var stream = await browser.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        Assert.StartsWith("event: time", await lines.ReadLineAsync(limit.Token), StringComparison.Ordinal);

        using var signedOut = await browser.Post("/me", "/sign-out");

        var rest = await lines.ReadToEndAsync(limit.Token);
        Assert.Contains("event: ended", rest, StringComparison.Ordinal);
    }
}
