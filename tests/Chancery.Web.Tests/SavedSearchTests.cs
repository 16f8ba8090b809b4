using System.Text.Json;

namespace Chancery.Web.Tests;

/// <summary>Kept searches and narrowed ones: forms of the desk, and the same over HTTP.</summary>
public sealed class SavedSearchTests(ServedOffice office)
{
    [Fact]
    public async Task A_value_of_a_facet_narrows_the_search_and_is_taken_out_again()
    {
        var (word, address, browser) = await Asked("secret", Level.Unclassified, Level.Secret);
        using var _ = browser;

        var narrowed = await Posted(browser, address, "Narrow", ("kind", "Level"), ("value", "SECRET"));

        Assert.Equal($"{word} level:secret", QueryOf(await browser.Page(narrowed)), ignoreCase: true);
        Assert.Contains("aria-pressed=\"true\"", await browser.Page(narrowed), StringComparison.Ordinal);
        var widened = await Posted(browser, narrowed, "Narrow", ("kind", "Level"), ("value", "SECRET"));
        Assert.Equal(word, QueryOf(await browser.Page(widened)), ignoreCase: true);
    }

    [Fact]
    public async Task A_month_narrows_the_search_and_is_taken_out_again()
    {
        var (word, address, browser) = await Asked("open", Level.Unclassified);
        using var _ = browser;

        var narrowed = await Posted(browser, address, "Date", ("date", "2026-04"));

        Assert.Equal($"{word} date:2026-04", QueryOf(await browser.Page(narrowed)));
        Assert.Equal(word, QueryOf(await browser.Page(await Posted(browser, narrowed, "Date", ("date", "2026-04")))));
    }

    [Theory]
    [InlineData("Narrow", "kind", "Level", "value", "SECRET")]
    [InlineData("Date", "date", "2026-04", "x", "")]
    [InlineData("Save", "name", "taken", "x", "")]
    public async Task Nobody_goes_on_from_the_search_of_another(string handler, string one, string first, string other, string second)
    {
        var (word, address, browser) = await Asked("secret", Level.Unclassified);
        browser.Dispose();
        using var stranger = await office.Browser("open");

        using var answer = await stranger.Post("/search", $"{address}?handler={handler}", (one, first), (other, second));

        Assert.Equal("/search", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(word, await stranger.Page("/search"), StringComparison.Ordinal);
        Assert.DoesNotContain("taken", await stranger.Page("/search"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Narrow", "kind", "Nonsense")]
    [InlineData("Narrow", "value", "SECRET")]
    [InlineData("Date", "x", "")]
    public async Task A_form_that_is_not_whole_does_nothing(string handler, string name, string value)
    {
        var (_, address, browser) = await Asked("secret", Level.Unclassified);
        using var _2 = browser;

        Assert.Equal("/search", await Posted(browser, address, handler, (name, value)));
    }

    [Fact]
    public async Task A_search_is_kept_tells_what_is_new_and_is_forgotten()
    {
        office.Add("keeper", Level.Unclassified, Roles.Reader);
        var word = office.Word();
        await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("open", word);
        using var browser = await office.Browser("keeper");
        using var asked = await browser.Post("/search", "/search", ("q", word));
        var address = asked.Headers.Location!.OriginalString;
        Assert.Equal(address, await Posted(browser, address, "Save", ("name", "Fuel <b>")));
        Assert.Contains("Fuel &lt;b&gt;", await browser.Page("/search"), StringComparison.Ordinal);

        await office.Send("secret", Sample.Message(office.Number(), Level.Secret, word));
        await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("secret", $"{word} level:secret");
        await Until(async () => (await browser.Page("/search")).Contains("1 new", StringComparison.Ordinal));

        var opened = await Posted(browser, "/search", "Open", ("name", "fuel <B>"));
        Assert.Equal(word, QueryOf(await browser.Page(opened)));
        Assert.DoesNotContain("1 new", await browser.Page("/search"), StringComparison.Ordinal);
        await Posted(browser, "/search", "Forget", ("name", "Fuel <b>"));
        Assert.DoesNotContain("Fuel &lt;b&gt;", await browser.Page("/search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_cannot_be_is_said_at_the_form()
    {
        var (_, address, browser) = await Asked("open", Level.Unclassified);
        using var _2 = browser;

        using var answer = await browser.Post(address, $"{address}?handler=Save", ("name", new string('x', 61)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("choose another", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_keep_searches_of_their_person_alone()
    {
        office.Add("one", Level.Unclassified, Roles.Reader);
        office.Add("two", Level.Unclassified, Roles.Reader);
        var (one, two) = (office.Program("one"), office.Program("two"));

        using (var kept = await Send(one, "/api/saved", """{"name":"Fuel","q":"fuel level:secret","sort":"filed"}"""))
        {
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        }
        var list = JsonElement.Parse(await one.GetByteArrayAsync("/api/saved")).GetProperty("saved");
        Assert.Equal("""[{"name":"Fuel","q":"fuel level:secret","sort":"filed","new":0}]""", list.GetRawText());
        Assert.Equal(0, JsonElement.Parse(await two.GetByteArrayAsync("/api/saved")).GetProperty("saved").GetArrayLength());
        foreach (var act in new[] { "look", "forget" })
        {
            await ApiTests.IsProblem(
                await Send(two, $"/api/saved/{act}", """{"name":"fuel"}"""),
                HttpStatusCode.NotFound,
                "no-such-search"
            );
            using var done = await Send(one, $"/api/saved/{act}", """{"name":"fuel"}""");
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }
        Assert.Equal(0, JsonElement.Parse(await one.GetByteArrayAsync("/api/saved")).GetProperty("saved").GetArrayLength());
        await ApiTests.IsProblem(await Send(one, "/api/saved", """{"name":"","q":"x"}"""), HttpStatusCode.BadRequest, "not-kept");
        await ApiTests.IsProblem(await Send(one, "/api/saved", """{"name":"x","sort":"y"}"""), HttpStatusCode.BadRequest, "bad-sort");
        await ApiTests.IsProblem(await Send(one, "/api/saved", "x"), HttpStatusCode.BadRequest, "bad-json");
        await ApiTests.IsProblem(await office.Program(null).GetAsync("/api/saved"), HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private static Task<HttpResponseMessage> Send(HttpClient program, string address, string body) =>
        program.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<(string Word, string Address, Browser Browser)> Asked(string name, params Level[] levels)
    {
        var word = office.Word();
        foreach (var level in levels)
        {
            await office.Send(name, Sample.Message(office.Number(), level, word));
        }
        await office.Indexed(name, $"{word} level:{levels[^1].Name()}");
        var browser = await office.Browser(name);
        using var asked = await browser.Post("/search", "/search", ("q", word));
        return (word, asked.Headers.Location!.OriginalString, browser);
    }

    private static async Task<string> Posted(Browser browser, string page, string handler, params (string, string)[] fields)
    {
        using var answer = await browser.Post(page, $"{page}?handler={handler}", fields);
        return answer.Headers.Location!.OriginalString;
    }

    private static string QueryOf(string page)
    {
        const string Before = "type=\"search\" value=\"";
        var start = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await holds())
            {
                return;
            }
            await Task.Delay(25);
        }
        Assert.Fail("It did not come true within five seconds.");
    }
}
