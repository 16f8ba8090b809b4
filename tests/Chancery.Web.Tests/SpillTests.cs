namespace Chancery.Web.Tests;

/// <summary>Quarantine, reasons and the audit trail over HTTP.</summary>
public sealed class SpillTests(ServedOffice office)
{
    [Fact]
    public async Task A_quarantined_message_is_gone_for_its_reader_in_the_same_words_as_one_that_never_was()
    {
        var word = office.Word();
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret, word));
        await office.Indexed("secret", word);
        using var program = office.Program("secret");
        using var browser = await office.Browser("secret");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/m/{id}")).StatusCode);

        Assert.Equal("quarantined", await Act("sue", id, "quarantine"));

        var unknown = await program.GetAsync("/api/messages/0199a2b4-7c1d-7e3f-8a5b-123456789abc");
        var closed = await program.GetAsync($"/api/messages/{id}");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await closed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/m/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/m/{id}/raw")).StatusCode);
        Assert.DoesNotContain(id, await program.GetStringAsync("/api/messages?limit=1000"), StringComparison.Ordinal);
        Assert.Contains("\"count\":0", await program.GetStringAsync($"/api/messages?q={word}"), StringComparison.Ordinal);
        Assert.Contains("\"count\":0", await program.GetStringAsync($"/api/facets?q={word}"), StringComparison.Ordinal);
        Assert.Contains(id, await office.Program("sue").GetStringAsync($"/api/messages?q={word}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_security_officers_open_it_again_and_one_alone_does_not()
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        await Act("sue", id, "quarantine");

        Assert.Equal("proposed", await Act("sue", id, "release"));
        using var sue = office.Program("sue");
        await ApiTests.IsProblem(
            await sue.PostAsync($"/api/messages/{id}/release?reason=x", null),
            HttpStatusCode.Forbidden,
            "two-persons"
        );
        Assert.Equal("released", await Act("tom", id, "release"));

        Assert.Equal(HttpStatusCode.OK, (await office.Program("secret").GetAsync($"/api/messages/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("records")]
    [InlineData("admin")]
    [InlineData("audit")]
    public async Task Nobody_else_quarantines_or_sees_who_saw_it(string name)
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var program = office.Program(name);

        foreach (var act in new[] { "quarantine", "release", "destroy", "emergency?person=open" })
        {
            await ApiTests.IsProblem(await program.PostAsync($"/api/messages/{id}/{act}", null), HttpStatusCode.Forbidden, "not-allowed");
        }
        await ApiTests.IsProblem(await program.GetAsync($"/api/messages/{id}/exposure"), HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Views_searches_and_refusals_stand_in_the_audit_trail_with_the_reason_why()
    {
        var word = office.Word();
        office.Add("watched", Level.Secret, Roles.Reader);
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret, word));
        await office.Indexed("secret", word);
        using var program = office.Program("watched");
        using var open = office.Program("open");
        await program.GetStringAsync($"/api/messages/{id}");
        await program.GetStringAsync($"/api/messages/{id}/raw");
        await program.GetStringAsync($"/api/messages?q={word}");
        await open.GetAsync($"/api/messages/{id}");
        using var browser = await office.Browser("watched");
        await browser.Page($"/m/{id}");

        var acts = await Acts("who=watched", 5);
        Assert.Equal(["view", "signed in", "search", "raw", "view"], acts.Select(entry => entry.GetProperty("act").GetString()));
        Assert.Equal("SECRET; retrieval right", acts[0].GetProperty("detail").GetString());
        Assert.Equal($"{word}; found 1", acts[2].GetProperty("detail").GetString());
        var refused = (await Acts($"message={id}&act=refused", 1))[0];
        Assert.Equal("open", refused.GetProperty("who").GetString());
        Assert.Equal("level or caveat", refused.GetProperty("detail").GetString());
        Assert.Empty(office.Office.Trail.Verify(out _));
    }

    [Theory]
    [InlineData("secret", false)]
    [InlineData("admin", false)]
    [InlineData("audit", true)]
    [InlineData("sue", true)]
    public async Task The_audit_trail_is_for_auditors_and_security_officers_and_reading_it_is_noted(string name, bool mayRead)
    {
        using var program = office.Program(name);

        using var answer = await program.GetAsync("/api/audit?act=none%20such");

        Assert.Equal(mayRead ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(mayRead, office.Office.Trail.Find(new AuditQuery { Who = name, Act = AuditActs.Audit }).Count > 0);
    }

    [Theory]
    [InlineData("NODIS")]
    [InlineData("EXDIS")]
    public async Task A_message_under_a_numbered_caption_is_shown_only_for_a_reason(string caption)
    {
        var name = "for" + caption.ToLowerInvariant();
        office.Add(name, Level.Secret, Roles.Reader);
        office.Office.People.Change(name, person => person with { Offices = ["POL"], Grants = [new AccessGrant(caption, "owner", null)] });
        var word = office.Word();
        var text = Encoding.ASCII.GetString(Sample.Message(office.Number(), Level.Secret, word));
        text = text.Replace("KINGSHAVEN 2281", "KINGSHAVEN//POL//", StringComparison.Ordinal);
        text = text.Replace("\n\nTAGS:", $"\n\n{caption}\nTAGS:", StringComparison.Ordinal);
        var id = await office.Send("secret", Encoding.ASCII.GetBytes(text));
        await office.Indexed(name, word);
        using var program = office.Program(name);
        foreach (var tab in new[] { "", "/raw" })
        {
            await ApiTests.IsProblem(await program.GetAsync($"/api/messages/{id}{tab}"), HttpStatusCode.Forbidden, "reason-needed");
        }
        Assert.DoesNotContain(
            $"SIX TRUCKS OF {word}",
            await program.GetStringAsync($"/api/messages?q={word}&full=true"),
            StringComparison.Ordinal
        );

        using var asking = new HttpRequestMessage(HttpMethod.Get, $"/api/messages/{id}");
        asking.Headers.Add("Chancery-Reason", "visit%20of%20the%20minister");
        using var answer = await program.SendAsync(asking);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var noted = office.Office.Trail.Find(new AuditQuery { Who = name, Act = AuditActs.View })[0];
        Assert.Equal("SECRET; caption role and distribution; purpose: visit of the minister", noted.Note.Detail);

        using var browser = await office.Browser(name);
        foreach (var address in new[] { $"/m/{id}", $"/m/{id}/raw", $"/m/{id}/history", $"/traffic?at={id}", "/traffic" })
        {
            var page = await browser.Page(address);
            Assert.DoesNotContain($"SIX TRUCKS OF {word}", page, StringComparison.Ordinal);
        }
        using var given = await browser.Post($"/m/{id}", $"/m/{id}", ("reason", "visit"));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        Assert.Contains($"SIX TRUCKS OF {word}", await browser.Page($"/m/{id}"), StringComparison.Ordinal);
        using var other = await office.Browser(name);
        Assert.DoesNotContain($"SIX TRUCKS OF {word}", await other.Page($"/m/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_disabled_loses_token_session_and_stream_at_once()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("disabled", Level.Secret, Roles.Reader);
        using var program = office.Program("disabled");
        using var browser = await office.Browser("disabled");
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));

        Assert.Null(office.Office.People.Change("disabled", person => person with { IsDisabled = true }));

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/traffic")).StatusCode);
        Assert.Contains("event: ended", await lines.ReadToEndAsync(limit.Token), StringComparison.Ordinal);
        using var again = new Browser(office.Address);
        Assert.Equal(HttpStatusCode.OK, (await again.SignIn("disabled", ServedOffice.Password)).StatusCode);
    }

    [Theory]
    [InlineData(Roles.Administrator | Roles.Reader)]
    [InlineData(Roles.Administrator | Roles.SecurityOfficer)]
    [InlineData(Roles.Auditor | Roles.Communicator)]
    public void Roles_that_must_be_apart_are_given_to_nobody_together(Roles roles)
    {
        var person = new Person("both", Level.Secret, null, roles, office.Clock.GetUtcNow());

        Assert.Contains("stands alone", office.Office.People.Add(person, ServedOffice.Password), StringComparison.Ordinal);
        Assert.Contains("stands alone", office.Office.People.Change("open", old => old with { Roles = roles }), StringComparison.Ordinal);
    }

    private async Task<string> Act(string name, string id, string act)
    {
        using var program = office.Program(name);
        using var answer = await program.PostAsync($"/api/messages/{id}/{act}?reason=exercise", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync()).GetProperty("state").GetString()!;
    }

    /// <summary>Lines of the trail, newest first, once there are so many: they are written behind the answers.</summary>
    private async Task<JsonElement[]> Acts(string query, int count)
    {
        using var program = office.Program("audit");
        for (var tries = 0; tries < 200; tries++)
        {
            var entries = JsonElement.Parse(await program.GetByteArrayAsync($"/api/audit?{query}")).GetProperty("entries");
            if (entries.GetArrayLength() >= count)
            {
                return [.. entries.EnumerateArray()];
            }
            await Task.Delay(25);
        }
        Assert.Fail($"There are no {count} lines.");
        return [];
    }
}
