namespace Chancery.Web.Tests;

/// <summary>What a query finds, given out as a file.</summary>
public sealed class ExportTests(ServedOffice office)
{
    [Theory]
    [InlineData("=HYPERLINK(A1)")]
    [InlineData("+1 555")]
    [InlineData("-2 TRUCKS")]
    [InlineData("@SUM(A1)")]
    public async Task No_cell_of_a_csv_is_a_formula(string subject)
    {
        var word = office.Word();
        var text = Encoding.ASCII.GetString(Sample.Message(office.Number(), Level.Unclassified, word));
        text = text.Replace("SUBJECT: (U) EXERCISE", $"SUBJECT: {subject}", StringComparison.Ordinal);
        await office.Send("open", Encoding.ASCII.GetBytes(text));
        await office.Indexed("open", word);

        var csv = await office.Program("open").GetStringAsync($"/api/export?format=csv&q={word}");

        Assert.Contains($",'{subject}", csv.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain($",{subject}", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_form_holds_what_its_reader_may_read_and_nothing_else()
    {
        var word = office.Word();
        var open = await office.Send("open", Sample.Message(office.Number(), Level.Unclassified, word));
        var secret = await office.Send("secret", Sample.Message(office.Number(), Level.Secret, word));
        await office.Indexed("secret", $"{word} level:secret");
        foreach (var format in new[] { "csv", "jsonl", "raw" })
        {
            var few = await office.Program("open").GetStringAsync($"/api/export?format={format}&q={word}");
            var all = await office.Program("secret").GetStringAsync($"/api/export?format={format}&q={word}");
            Assert.Contains(format == "raw" ? "UNCLAS NORTHPORT" : open, few, StringComparison.Ordinal);
            Assert.DoesNotContain(format == "raw" ? "S E C R E T" : secret, few, StringComparison.Ordinal);
            Assert.Contains(format == "raw" ? "S E C R E T" : secret, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Raw_messages_are_read_back_as_they_were()
    {
        var word = office.Word();
        byte[][] sent = [Sample.Message(office.Number(), word: word), Sample.Message(office.Number(), word: word)];
        foreach (var message in sent)
        {
            await office.Send("open", message);
        }
        await office.Indexed("open", word);

        var raw = await office.Program("open").GetByteArrayAsync($"/api/export?format=raw&sort=filed&q={word}");

        var read = new MessageReader().ReadAll(raw).Select(message => message.Mrn!.Number).Order();
        Assert.Equal(sent.Select(message => new MessageReader().Read(message).Mrn!.Number).Order(), read);
    }

    [Fact]
    public async Task Every_message_given_out_is_a_line_of_the_audit_trail()
    {
        var word = office.Word();
        var id = await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("open", word);
        office.Add("taker", Level.Secret, Roles.Reader);

        await office.Program("taker").GetStringAsync($"/api/export?format=csv&q={word}");

        var line = Assert.Single(office.Office.Trail.Find(new AuditQuery { Who = "taker", Act = AuditActs.Export }));
        Assert.Equal(id, line.Note.Message.ToString());
        Assert.Equal($"UNCLASSIFIED; Csv; {word}", line.Note.Detail);
    }

    [Fact]
    public async Task The_desk_gives_out_what_a_search_found()
    {
        var word = office.Word();
        var id = await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("open", word);
        using var browser = await office.Browser("open");
        using var asked = await browser.Post("/search", "/search", ("q", word));
        var address = asked.Headers.Location!.OriginalString;
        Assert.Contains("Export, highest level", await browser.Page(address), StringComparison.Ordinal);

        using var answer = await browser.Post(address, $"{address}?handler=Export", ("format", "csv"));

        Assert.Equal("attachment; filename=messages.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Contains(id, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await office.Browser("secret");
        using var anothers = await other.Post("/search", $"{address}?handler=Export", ("format", "csv"));
        Assert.Equal(HttpStatusCode.NotFound, anothers.StatusCode);
    }

    [Theory]
    [InlineData("format=exe", "bad-format")]
    [InlineData("format=csv&q=%28", "bad-query")]
    [InlineData("format=csv&sort=relevance", "bad-sort")]
    public async Task What_cannot_be_exported_is_said(string query, string code)
    {
        using var program = office.Program("open");

        await ApiTests.IsProblem(await program.GetAsync($"/api/export?{query}"), HttpStatusCode.BadRequest, code);
    }
}
