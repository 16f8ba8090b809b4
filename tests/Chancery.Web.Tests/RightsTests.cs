namespace Chancery.Web.Tests;

public sealed class RightsTests(ServedOffice office)
{
    [Theory]
    [InlineData("")]
    [InlineData("/raw")]
    [InlineData("/history")]
    public async Task A_hidden_message_an_unknown_and_an_impossible_id_give_the_same_answer(string tab)
    {
        var hidden = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var program = office.Program("open");
        string[] ids = [hidden, "0199a2b4-7c1d-7e3f-8a5b-123456789abc", "nonsense"];
        var answers = new List<string>();
        foreach (var id in ids)
        {
            using var answer = await program.GetAsync($"/api/messages/{id}{tab}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_reader_below_the_level_sees_nothing_of_a_message_in_any_answer()
    {
        var word = office.Word();
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret, word));
        await office.Indexed("secret", word);
        using var program = office.Program("open");
        using var browser = await office.Browser("open");
        var answers = new List<string>
        {
            await program.GetStringAsync("/api/messages?limit=1000"),
            await program.GetStringAsync("/api/messages?limit=1000&full=true"),
            await program.GetStringAsync($"/api/messages?q={word}"),
            await browser.Page("/traffic"),
        };

        Assert.All(answers, answer => Assert.DoesNotContain(id, answer, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.DoesNotContain(word, answer, StringComparison.Ordinal));
        Assert.Contains("\"count\":0", answers[2], StringComparison.Ordinal);
        Assert.Contains(word, await office.Program("secret").GetStringAsync("/api/messages?limit=1000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_of_what_the_reader_may_read()
    {
        await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var open = office.Program("open");
        using var admin = office.Program("admin");

        using var stats = JsonDocument.Parse(await open.GetByteArrayAsync("/api/stats"));
        using var none = JsonDocument.Parse(await admin.GetByteArrayAsync("/api/stats"));

        Assert.False(stats.RootElement.GetProperty("levels").TryGetProperty("SECRET", out _));
        Assert.Equal(0, none.RootElement.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task The_desk_shows_the_same_page_for_a_hidden_message_and_an_address_that_never_was()
    {
        var hidden = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var browser = await office.Browser("open");

        using var first = await browser.Get($"/m/{hidden}");
        using var second = await browser.Get("/nothing/here");

        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(await second.Content.ReadAsStringAsync(), await first.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/messages")]
    [InlineData("/api/messages/0199a2b4-7c1d-7e3f-8a5b-123456789abc")]
    [InlineData("/api/messages/0199a2b4-7c1d-7e3f-8a5b-123456789abc/references")]
    [InlineData("/api/gaps")]
    [InlineData("/api/stats")]
    [InlineData("/api/events")]
    [InlineData("/api/nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task Nothing_of_the_api_answers_without_a_sign_in(string address)
    {
        using var nobody = office.Program(null);

        using var answer = await nobody.GetAsync(address);

        await ApiTests.IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("/traffic")]
    [InlineData("/search")]
    [InlineData("/me")]
    [InlineData("/help")]
    [InlineData("/status")]
    [InlineData("/nothing/here")]
    public async Task Nothing_of_the_desk_answers_without_a_sign_in(string address)
    {
        using var browser = await office.Browser();

        using var answer = await browser.Get(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_answers_everybody_and_tells_nothing()
    {
        using var nobody = office.Program(null);

        Assert.Equal("{\"status\":\"up\"}", await nobody.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_token_that_is_unknown_opens_nothing()
    {
        using var program = office.Program(null);
        program.DefaultRequestHeaders.Authorization = new("Bearer", "nonsense");

        using var answer = await program.GetAsync("/api/messages");

        await ApiTests.IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Who_holds_the_files_of_the_store_reads_everything_by_the_token_of_the_lock()
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        var answer = Storage.Sqlite.StoreLock.TryAcquire(office.Folder);
        Assert.Null(answer.Held);
        Assert.Equal(office.Address, answer.ServerAddress);
        using var owner = office.Program(null);
        owner.DefaultRequestHeaders.Authorization = new("Bearer", answer.OwnerToken);

        using var opened = await owner.GetAsync($"/api/messages/{id}");

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task Nobody_sends_above_his_own_level_or_without_the_role()
    {
        using var open = office.Program("open");
        using var above = await open.PostAsync("/api/messages", new ByteArrayContent(Sample.Message(office.Number(), Level.Secret)));
        await ApiTests.IsProblem(above, HttpStatusCode.Forbidden, "above-your-level");

        using var reader = office.Program("onlyreader");
        using var without = await reader.PostAsync("/api/messages", new ByteArrayContent(Sample.Message(office.Number())));
        await ApiTests.IsProblem(without, HttpStatusCode.Forbidden, "not-a-sender");
    }
}
