using System.Net.Sockets;

namespace Chancery.Web.Tests;

/// <summary>What an attacker tries against the running server, each with the answer that it must get.</summary>
public sealed class AttackTests(ServedOffice office)
{
    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DROP TABLE messages; --")]
    [InlineData("v:5")]
    [InlineData("\"v:5\"")]
    [InlineData("w:")]
    [InlineData("\"w:\"")]
    [InlineData("k:00000000000000000000")]
    [InlineData("words:LANTERN")]
    [InlineData("{words} : LANTERN")]
    [InlineData("^LANTERN")]
    [InlineData("NEAR(")]
    [InlineData("NEAR(a b, 999999999999)")]
    [InlineData("*")]
    [InlineData("\"\"")]
    [InlineData("a AND OR NOT")]
    [InlineData("((((((((((((((((((((")]
    [InlineData("-")]
    [InlineData("%00")]
    [InlineData("is:held) OR (is:traffic")]
    public async Task No_query_breaks_out_of_its_language_or_its_rights(string query)
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var program = office.Program("open");

        using var answer = await program.GetAsync($"/api/messages?limit=1000&q={Uri.EscapeDataString(query)}");

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(id, body, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("fts5", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SQLite", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_query_as_long_as_a_message_is_answered_or_refused_and_breaks_nothing()
    {
        using var program = office.Program("open");
        foreach (
            var query in new[] { new string('(', 50_000), string.Join(" OR ", Enumerable.Repeat("a", 20_000)), new string('a', 500_000) }
        )
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { q = query });
            using var answer = await program.PostAsync("/api/search", new ByteArrayContent(body));
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("../../etc/passwd")]
    [InlineData("0")]
    [InlineData("%00%00")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task A_forged_cursor_is_refused_in_the_same_words(string cursor)
    {
        using var program = office.Program("open");
        foreach (var address in new[] { "/api/messages?before=", "/api/messages?q=exercise&before=" })
        {
            await ApiTests.IsProblem(await program.GetAsync(address + cursor), HttpStatusCode.BadRequest, "bad-cursor");
        }
    }

    [Fact]
    public async Task A_cursor_of_a_hidden_message_tells_no_more_than_one_of_a_message_that_never_was()
    {
        await office.Send("open", Sample.Message(office.Number()));
        var hidden = Sample.Id(await office.Send("secret", Sample.Message(office.Number(), Level.Secret)));
        using var program = office.Program("open");
        var bytes = new byte[MessageId.Size];
        hidden.Write(bytes);
        bytes[^1] ^= 1;

        var of = await program.GetStringAsync($"/api/messages?limit=5&before={new SearchCursor(0, 0, hidden)}");
        var near = await program.GetStringAsync($"/api/messages?limit=5&before={new SearchCursor(0, 0, MessageId.FromBytes(bytes))}");

        Assert.Equal(Rows(near), Rows(of));

        static string Rows(string answer) => JsonElement.Parse(answer).GetProperty("messages").GetRawText();
    }

    [Fact]
    public async Task Another_persons_search_and_kept_searches_are_not_there()
    {
        using var owner = await office.Browser("secret");
        using var asked = await owner.Post("/search", "/search", ("q", "lantern"));
        var address = asked.Headers.Location!.OriginalString;
        await owner.Post(address, $"{address}?handler=Save", ("name", "mine alone"));
        using var other = await office.Browser("open");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).StatusCode);
        Assert.DoesNotContain("mine alone", await other.Page("/search"), StringComparison.Ordinal);
        await other.Post("/search", "/search?handler=Forget", ("name", "mine alone"));
        Assert.Contains("mine alone", await owner.Page("/search"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../tmp/chancery-escaped")]
    [InlineData("/etc/chancery-escaped")]
    [InlineData("..%5C..%5Cescaped")]
    [InlineData("a%00b")]
    public async Task The_name_of_a_filing_is_a_label_and_no_path(string name)
    {
        using var program = office.Program("records");
        var before = Directory.EnumerateFileSystemEntries(office.Folder, "*", SearchOption.AllDirectories).Count();

        using var answer = await program.PostAsync(
            $"/api/messages?filing=true&name={name}",
            new ByteArrayContent(Sample.Message(office.Number()))
        );

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.False(File.Exists("/tmp/chancery-escaped") || File.Exists("/etc/chancery-escaped"));
        Assert.True(Directory.EnumerateFileSystemEntries(office.Folder, "*", SearchOption.AllDirectories).Count() <= before + 2);
    }

    [Theory]
    [InlineData("/assets/../chancery.db")]
    [InlineData("/assets/%2e%2e/chancery.toml")]
    [InlineData("/..%2fchancery.toml")]
    [InlineData("/keys/")]
    [InlineData("/chancery.toml")]
    [InlineData("/m/../../LOCK")]
    [InlineData("/m/%2e%2e%2f%2e%2e%2fLOCK/raw")]
    public async Task No_address_leads_to_a_file_of_the_store(string path)
    {
        var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {Token("open")}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_read()
    {
        var head =
            $"POST /api/messages HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {Token("open")}\r\nContent-Length: 99999999999\r\n\r\n";

        Assert.StartsWith("HTTP/1.1 413", await Raw(head), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Content-Length: abc\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("X-Test: a\0b\r\n")]
    [InlineData("Host: other\r\n")]
    public async Task A_heading_that_two_readers_could_take_differently_is_refused(string line)
    {
        var answer = await Raw($"POST /api/messages HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {Token("open")}\r\n{line}\r\n");

        Assert.True(
            answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal)
                || answer.StartsWith("HTTP/1.1 411", StringComparison.Ordinal)
                || answer.StartsWith("HTTP/1.1 501", StringComparison.Ordinal),
            answer.Split('\r')[0]
        );
    }

    [Fact]
    public async Task A_request_hidden_in_the_body_of_another_is_never_answered()
    {
        var hidden = "GET /health HTTP/1.1\r\nHost: h\r\n\r\n";
        var body = $"0\r\n\r\n{hidden}";
        var answer = await Raw(
            $"POST /api/search HTTP/1.1\r\nHost: h\r\nContent-Length: {body.Length}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{body}"
        );

        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.DoesNotContain("\"up\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("authorization")]
    [InlineData("chancery")]
    public async Task A_token_in_an_address_opens_nothing(string name)
    {
        using var nobody = office.Program(null);

        using var answer = await nobody.GetAsync($"/api/messages?{name}={Token("secret")}");

        await ApiTests.IsProblem(answer, HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_session_that_somebody_else_chose_is_never_taken_over()
    {
        using var browser = new Browser(office.Address);
        const string chosen = "chosen-by-another";
        browser.Cookies.Add(office.Address, new Cookie("chancery", chosen, "/"));

        using var answer = await browser.SignIn("open", ServedOffice.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("chancery=", StringComparison.Ordinal));
        Assert.DoesNotContain(chosen, cookie, StringComparison.Ordinal);
        using var other = office.Program(null);
        other.DefaultRequestHeaders.Add("Cookie", $"chancery={chosen}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/messages")).StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_by_the_true_address_whatever_a_header_says()
    {
        office.Add("guessed", Level.Secret, Roles.Reader);
        using var browser = new Browser(office.Address);
        for (var i = 0; i < People.FailuresAllowed; i++)
        {
            browser.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.0.0.{i}");
            using var wrong = await browser.SignIn("guessed", "wrong-password-1");
        }

        using var right = await browser.SignIn("guessed", ServedOffice.Password);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("Too many attempts", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/registry/people?handler=Change", "name=open&level=SECRET")]
    [InlineData("/registry/spills", "message=0199a2b4-7c1d-7e3f-8a5b-123456789abc&act=quarantine&reason=x")]
    [InlineData("/search?handler=Forget", "name=x")]
    [InlineData("/queues", "id=0199a2b4-7c1d-7e3f-8a5b-123456789abc&act=close&reason=x")]
    [InlineData("/sign-out", "")]
    public async Task A_form_posted_from_elsewhere_does_nothing(string address, string form)
    {
        using var admin = await office.Browser("admin");

        using var answer = await admin.Client.PostAsync(
            address,
            new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await admin.Page("/help");
    }

    [Fact]
    public async Task A_right_of_another_is_not_had_by_naming_him()
    {
        var id = await office.Send("secret", Sample.Message(office.Number(), Level.Secret));
        using var program = office.Program("open");
        program.DefaultRequestHeaders.Add("X-User", "secret");
        program.DefaultRequestHeaders.Add("X-Forwarded-User", "secret");
        program.DefaultRequestHeaders.Add("Cookie", "chancery=; name=secret");

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/api/messages/{id}?as=secret&reader=secret")).StatusCode);
    }

    private string Token(string name) => office.Office.People.NewToken(name)!;

    /// <summary>The bytes of a request as they stand, and all that comes back.</summary>
    private async Task<string> Raw(string request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(office.Address.Host, office.Address.Port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
        var answer = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) is > 0 and var read)
            {
                answer.Write(buffer, 0, read);
                if (!request.Contains("Connection: close", StringComparison.Ordinal) && answer.Length > 0)
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // Closed by the server while we still wrote.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
