namespace Chancery.Web.Tests;

/// <summary>A change of what somebody may read holds from the moment it is kept: for what is open already too.</summary>
public sealed class RightsInForceTests(ServedOffice office)
{
    [Fact]
    public async Task A_clearance_that_was_lowered_closes_lists_pages_and_the_stream_that_is_open()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("lowered", Level.Secret, Roles.Reader);
        using var program = office.Program("lowered");
        using var browser = await office.Browser("lowered");
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/m/{id}")).StatusCode);
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        while (await lines.ReadLineAsync(limit.Token) is { } first && !first.StartsWith("event: time", StringComparison.Ordinal)) { }

        Assert.Null(office.Office.People.Change("lowered", person => person with { Level = Level.Unclassified }));

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
        Assert.DoesNotContain(hidden, ids);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/m/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/messages/{id}")).StatusCode);
        Assert.DoesNotContain(id, await program.GetStringAsync("/api/messages?limit=1000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_of_a_token_ends_with_the_person_it_belongs_to()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("leaving", Level.Secret, Roles.Reader);
        using var program = office.Program("leaving");
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));

        Assert.True(office.Office.People.Remove("leaving"));

        Assert.Contains("event: ended", await lines.ReadToEndAsync(limit.Token), StringComparison.Ordinal);
        using var answer = await program.GetAsync("/api/messages");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_caption_role_opens_and_closes_what_was_distributed_to_its_office()
    {
        office.Add("captioned", Level.Secret, Roles.Reader);
        using var program = office.Program("captioned");
        var text = Encoding.ASCII.GetString(Sample.Message(office.Number(), Level.Secret));
        text = text.Replace("KINGSHAVEN 2281", "KINGSHAVEN//POL//", StringComparison.Ordinal);
        text = text.Replace("\n\nTAGS:", "\n\nNODIS\nTAGS:", StringComparison.Ordinal);
        // The sender's own level is enough to send, not to read.
        var id = await office.Send("secret", Encoding.ASCII.GetBytes(text));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/messages/{id}")).StatusCode);

        office.Office.People.Change("captioned", person => person with { Offices = ["pol"], Grants = [new("nodis", "owner", null)] });
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/api/messages/{id}?reason=exercise")).StatusCode);

        office.Office.People.Change("captioned", person => person with { Offices = ["ECON"] });
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/messages/{id}?reason=exercise")).StatusCode);
    }
}
