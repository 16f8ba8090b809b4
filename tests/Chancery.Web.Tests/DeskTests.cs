using System.Text.RegularExpressions;

namespace Chancery.Web.Tests;

public sealed partial class DeskTests(ServedOffice office)
{
    [Fact]
    public async Task Every_screen_carries_the_headers_and_no_script_or_style_of_its_own()
    {
        var id = await office.Send("open", Sample.Message(office.Number()));
        using var browser = await office.Browser("open");
        string[] screens =
        [
            "/traffic",
            $"/traffic?at={id}",
            $"/m/{id}",
            $"/m/{id}/raw",
            $"/m/{id}/history",
            "/search",
            "/me",
            "/help",
            "/status",
        ];
        foreach (var screen in screens)
        {
            using var answer = await browser.Get(screen);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains(
                "frame-ancestors 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl?.NoStore, screen);
            Assert.DoesNotMatch(Inline(), page);
            Assert.DoesNotContain("EXERCISE LANTERN COUNT", Title().Match(page).Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_message_is_shown_with_its_paragraphs_marks_and_level()
    {
        var number = office.Number();
        var id = await office.Send("secret", Sample.Message(number, Level.Confidential));
        using var browser = await office.Browser("secret");

        var page = await browser.Page($"/m/{id}");

        Assert.Contains("<title>Message, CONFIDENTIAL", page, StringComparison.Ordinal);
        Assert.Contains($"EXERCISE LANTERN COUNT {number}", page, StringComparison.Ordinal);
        Assert.Contains("SIX TRUCKS OF LANTERN HAVE REACHED NORTHPORT.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"p2\"", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "class=\"banner\" data-l=\"C\""));
    }

    [Fact]
    public async Task The_raw_tab_shows_every_line_with_the_name_of_its_format_line()
    {
        var id = await office.Send("open", Sample.Message(office.Number()));
        using var browser = await office.Browser("open");

        var page = await browser.Page($"/m/{id}/raw");

        Assert.Contains("DE RUNPHC", page, StringComparison.Ordinal);
        Assert.Contains(">FL3<", page, StringComparison.Ordinal);
        Assert.Contains(">FL6<", page, StringComparison.Ordinal);
        Assert.Contains("NNNN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traffic_groups_by_precedence_with_the_highest_first()
    {
        await office.Send("open", Sample.Message(office.Number(), precedence: "R"));
        await office.Send("open", Sample.Message(office.Number(), precedence: "Z"));
        await office.Send("open", Sample.Message(office.Number(), precedence: "O"));
        using var browser = await office.Browser("open");

        var page = await browser.Page("/traffic");

        var flash = page.IndexOf("data-group=\"FLASH\"", StringComparison.Ordinal);
        var immediate = page.IndexOf("data-group=\"IMMEDIATE\"", StringComparison.Ordinal);
        var routine = page.IndexOf("data-group=\"ROUTINE\"", StringComparison.Ordinal);
        Assert.True(flash > 0 && flash < immediate && immediate < routine, $"{flash} {immediate} {routine}");
    }

    [Fact]
    public async Task A_query_never_stands_in_an_address_and_belongs_to_who_asked()
    {
        var word = office.Word();
        await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("open", word);
        using var browser = await office.Browser("open");

        using var posted = await browser.Post("/search", "/search", ("q", word));

        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var address = posted.Headers.Location!.OriginalString;
        Assert.DoesNotContain(word, address, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<mark>{word}</mark>", await browser.Page(address), StringComparison.Ordinal);
        using var other = await office.Browser("secret");
        using var stolen = await other.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        Assert.DoesNotContain(word, await stolen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_query_is_underlined_at_its_place()
    {
        using var browser = await office.Browser("open");

        using var posted = await browser.Post("/search", "/search", ("q", "lantern after:yesteryear"));

        var page = await browser.Page(posted.Headers.Location!.OriginalString);
        Assert.Matches("<span class=\"sq e\">[^<]*yesteryear", page);
    }

    [Theory]
    [InlineData("northport {0}")]
    [InlineData("26 NORTHPORT 000{0}")]
    public async Task A_message_number_goes_to_its_message(string spelling)
    {
        var number = office.Number();
        var id = await office.Send("open", Sample.Message(number));
        using var browser = await office.Browser("open");

        using var answer = await browser.Post("/traffic", "/go", ("q", string.Format(spelling, number)));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/m/{id}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_look_is_kept_and_shown()
    {
        using var browser = await office.Browser("open");

        using var saved = await browser.Post("/me", "/me", ("theme", "dark"), ("wrap", "w"), ("keys", "n"));

        var page = await browser.Page("/traffic");
        Assert.Contains("data-theme=\"dark\" data-wrap=\"on\" data-keys=\"off\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_list_that_is_not_known_says_so_and_shows_the_newest()
    {
        using var browser = await office.Browser("open");

        Assert.Contains("This page of the list is not known", await browser.Page("/traffic?before=nonsense"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<title>[^<]*</title>")]
    private static partial Regex Title();
}
