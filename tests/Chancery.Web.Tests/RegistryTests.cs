namespace Chancery.Web.Tests;

/// <summary>The Registry: people, spills and the audit trail on the desk, each for the role it is for.</summary>
public sealed class RegistryTests(ServedOffice office)
{
    [Theory]
    [InlineData("secret", "")]
    [InlineData("records", "gaps")]
    [InlineData("admin", "people")]
    [InlineData("sue", "people spills audit")]
    [InlineData("audit", "audit")]
    public async Task Each_screen_is_there_for_its_roles_only(string name, string screens)
    {
        using var browser = await office.Browser(name);

        foreach (var screen in new[] { "people", "spills", "audit", "gaps" })
        {
            using var answer = await browser.Get($"/registry/{screen}");
            Assert.Equal(
                screens.Contains(screen, StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                answer.StatusCode
            );
        }
        Assert.Equal(screens.Length > 0, (await browser.Page("/help")).Contains("href=\"/registry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_numbers_and_messages_that_cite_are_on_the_desk_as_far_as_they_are_seen()
    {
        var first = await office.Send("secret", Gap(900_001, ""));
        await office.Send("secret", Gap(900_003, ""));
        await office.Send("secret", Gap(900_007, "26 GAPHAVEN 900001; 26 GAPHAVEN 900005", Level.Secret));
        using var records = await office.Browser("records");
        using var open = await office.Browser("open");

        var page = await records.Page("/registry/gaps?post=gaphaven&year=26");
        Assert.Contains("900001–900007", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("900004–900006", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var gaps = JsonDocument.Parse(await office.Program("open").GetByteArrayAsync("/api/gaps?post=gaphaven"));
        Assert.Equal(1, gaps.RootElement.GetProperty("series")[0].GetProperty("missing").GetInt64());
        using var wrong = await office.Program("open").GetAsync("/api/gaps?year=226");
        await ApiTests.IsProblem(wrong, HttpStatusCode.BadRequest, "bad-year");

        office.Office.Indexer.CatchUp(null, default);
        Assert.Contains("Cited by", await records.Page($"/m/{first}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cited by", await open.Page($"/m/{first}"), StringComparison.Ordinal);
        using var refs = JsonDocument.Parse(await office.Program("open").GetByteArrayAsync($"/api/messages/{first}/references"));
        Assert.Equal(0, refs.RootElement.GetProperty("citedBy").GetArrayLength());
        using var hidden = await office.Program("open").GetAsync("/api/messages/0199a2b4-7c1d-7e3f-8a5b-123456789abc/references");
        await ApiTests.IsProblem(hidden, HttpStatusCode.NotFound, "no-such-message");
    }

    private static byte[] Gap(int number, string reference, Level level = Level.Unclassified) =>
        System.Text.Encoding.ASCII.GetBytes(
            $"""
            R 02{number % 100:00}01Z MAR 26
            FM LEGATION GAPHAVEN
            TO MINFOR HOMECITY
            BT
            {(level == Level.Secret ? "SECRET" : "UNCLAS")} GAPHAVEN {number}

            E.O. 13526: N/A
            TAGS: MASS
            SUBJECT: EXERCISE
            {(reference.Length == 0 ? "" : $"REF: {reference}\n")}
            1. TEST TRAFFIC.
            BT

            """
        );

    [Fact]
    public async Task An_administrator_adds_and_changes_a_person_and_it_holds_at_once()
    {
        using var admin = await office.Browser("admin");
        using var added = await admin.Post(
            "/registry/people",
            "/registry/people?handler=Add",
            ("name", "newcomer"),
            ("password", ServedOffice.Password),
            ("level", "SECRET"),
            ("role", "reader"),
            ("offices", "pol, econ"),
            ("accesses", "NODIS:2099-01-31")
        );
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var person = office.Office.People.Find("newcomer")!;
        Assert.Equal(["ECON", "POL"], person.Offices);
        Assert.Equal("admin", Assert.Single(person.Grants).By);
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var newcomer = await office.Browser("newcomer");
        await newcomer.Page($"/m/{id}");

        using var changed = await Change(
            admin,
            "newcomer",
            ("level", "UNCLASSIFIED"),
            ("role", "reader"),
            ("accesses", "NODIS:2099-01-31")
        );

        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Get($"/m/{id}")).StatusCode);
        using var disabled = await Change(admin, "newcomer", ("level", "UNCLASSIFIED"), ("role", "reader"), ("disabled", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.Get("/traffic")).StatusCode);
        Assert.Equal("admin", office.Office.Trail.Find(new AuditQuery { Act = AuditActs.PersonChanged })[0].Note.Who);
        Assert.Contains("disabled", await admin.Page("/registry/people?name=newcomer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_himself_and_a_security_officer_changes_nobody()
    {
        using var admin = await office.Browser("admin");
        using var himself = await Change(admin, "admin", ("level", "SECRET"), ("role", "administrator"));
        Assert.Contains("Nobody changes his own rights", await himself.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Level.TopSecret, office.Office.People.Find("admin")!.Level);

        using var sue = await office.Browser("sue");
        using var other = await Change(sue, "open", ("level", "SECRET"), ("role", "reader"));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(Level.Unclassified, office.Office.People.Find("open")!.Level);
    }

    [Theory]
    [InlineData("level", "VERY", "That is no level")]
    [InlineData("accesses", "NODIS:soon", "An access is written")]
    [InlineData("Role", "administrator", "stands alone")]
    public async Task What_cannot_be_is_said_in_one_sentence(string field, string value, string sentence)
    {
        using var admin = await office.Browser("admin");

        using var answer = await Change(admin, "onlyreader", ("level", "SECRET"), ("role", "reader"), (field, value));

        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_could_read_is_told_with_the_term_that_decides()
    {
        using var sue = await office.Browser("sue");

        var page = await sue.Page("/registry/people?name=secret");

        Assert.Contains("<td>SECRET</td><td>all</td><td>retrieval right</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>TOP SECRET</td><td>nothing</td><td>level or caveat</td>", page, StringComparison.Ordinal);
        // From rank 5 on not even the registry says which caption it was.
        Assert.Contains("NODIS, not distributed to him</td><td>nothing</td><td>caption</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_security_officer_closes_a_message_sees_who_saw_it_and_a_second_one_opens_it()
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var reader = await office.Browser("onlyreader");
        await reader.Page($"/m/{id}");
        using var sue = await office.Browser("sue");
        var before = await sue.Page($"/registry/spills?message={id}");
        Assert.Contains("<th scope=\"row\">onlyreader</th><td>all</td><td>retrieval right</td>", before, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">open</th><td>nothing</td><td>level or caveat</td>", before, StringComparison.Ordinal);

        Assert.Contains("Closed to all", await Act(sue, id, "quarantine"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/m/{id}")).StatusCode);
        Assert.Contains("DRAFTED", await sue.Page($"/registry/spills?message={id}"), StringComparison.Ordinal);
        Assert.Contains("second security officer", await Act(sue, id, "release"), StringComparison.Ordinal);
        Assert.Contains("You proposed it yourself", await Act(sue, id, "release"), StringComparison.Ordinal);
        using var tom = await office.Browser("tom");
        Assert.Contains("Open again", await Act(tom, id, "release"), StringComparison.Ordinal);
        await reader.Page($"/m/{id}");
        using var list = await sue.Post($"/registry/spills?message={id}", "/registry/spills?handler=Exposure", ("message", id));
        Assert.Contains("onlyreader,opened", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_access_opens_one_message_raises_the_alarm_and_tells_the_stream()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("helped", Level.Unclassified, Roles.Reader);
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var auditor = office.Program("audit");
        using var stream = await auditor.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        using var sue = await office.Browser("sue");
        using var tom = await office.Browser("tom");

        await Act(sue, id, "emergency", ("person", "helped"));
        Assert.Contains("Granted", await Act(tom, id, "emergency", ("person", "helped")), StringComparison.Ordinal);

        using var helped = await office.Browser("helped");
        await helped.Page($"/m/{id}");
        Assert.DoesNotContain(id, await helped.Page("/traffic"), StringComparison.Ordinal);
        while (await lines.ReadLineAsync(limit.Token) is { } line && line != "event: emergency") { }
        using var audit = await office.Browser("audit");
        Assert.Contains("Emergency access in force", await audit.Page("/registry/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_had_it_open_is_told_that_it_is_gone_and_nobody_else_is()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var seeing = office.Program("onlyreader");
        using var blind = office.Program("open");
        using var first = await seeing.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var second = await blind.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var seen = new StreamReader(await first.Content.ReadAsStreamAsync(limit.Token));
        using var unseen = new StreamReader(await second.Content.ReadAsStreamAsync(limit.Token));
        await Past(seen, "event: time", limit.Token);
        await Past(unseen, "event: time", limit.Token);

        office.Office.Spills.Quarantine(office.Office.People.AsReader("sue")!, Sample.Id(id), "exercise");

        await Past(seen, "event: gone", limit.Token);
        Assert.Equal($"data: {id}", await seen.ReadLineAsync(limit.Token));
        var later = await office.Send("open", Sample.Message(office.Number()));
        Assert.DoesNotContain(id, await Past(unseen, $"id: {later}", limit.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_tells_its_reader_that_his_rights_were_changed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        office.Add("changed", Level.Secret, Roles.Reader);
        using var program = office.Program("changed");
        using var stream = await program.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        await Past(lines, "event: time", limit.Token);

        office.Office.People.Change("changed", person => person with { Level = Level.Confidential });

        await Past(lines, "event: rights", limit.Token);
    }

    [Fact]
    public async Task The_audit_screen_shows_the_chain_and_finds_by_person_act_and_message()
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var sue = await office.Browser("sue");
        await Act(sue, id, "quarantine");
        using var audit = await office.Browser("audit");

        var page = await audit.Page($"/registry/audit?who=sue&act=quar&message={id}");

        Assert.Contains("Unbroken to line", page, StringComparison.Ordinal);
        Assert.Contains("<td>quarantined</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>exercise</td>", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Change(Browser browser, string name, params (string, string)[] fields) =>
        await browser.Post("/registry/people?name=secret", "/registry/people?handler=Change", [.. Overridden([("name", name), .. fields])]);

    /// <summary>Of two fields of a name the later one counts.</summary>
    private static IEnumerable<(string, string)> Overridden(IEnumerable<(string Name, string Value)> fields) =>
        fields.Reverse().DistinctBy(field => field.Name).Reverse();

    private static async Task<string> Act(Browser browser, string id, string act, params (string, string)[] more)
    {
        using var answer = await browser.Post(
            $"/registry/spills?message={id}",
            "/registry/spills",
            [("message", id), ("act", act), ("reason", "exercise"), .. more]
        );
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await browser.Page(answer.Headers.Location!.OriginalString)
            : await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Everything read until a line that begins so.</summary>
    private static async Task<string> Past(StreamReader lines, string wanted, CancellationToken cancellation)
    {
        var read = new StringBuilder();
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(wanted, StringComparison.Ordinal))
            {
                return read.ToString();
            }
            read.AppendLine(line);
        }
        Assert.Fail($"The stream ended before {wanted}.");
        return "";
    }
}
