namespace Chancery.Web.Tests;

public sealed class ApiTests(ServedOffice office)
{
    private static readonly string[] RowMembers =
    [
        "action",
        "captions",
        "classification",
        "dtg",
        "effectiveLevel",
        "family",
        "filedAt",
        "from",
        "id",
        "identity",
        "mrn",
        "origin",
        "precedence",
        "profile",
        "section",
        "serial",
        "snippets",
        "states",
        "subject",
        "tags",
    ];

    [Fact]
    public async Task A_posted_message_is_answered_with_its_id_and_comes_back_byte_for_byte()
    {
        var bytes = Sample.Message(office.Number());
        using var program = office.Program("open");

        using var answer = await program.PostAsync("/api/messages", new ByteArrayContent(bytes));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = await Json(answer);
        var accepted = Assert.Single(json.RootElement.GetProperty("accepted").EnumerateArray());
        Assert.Equal(["id", "identity", "duplicateOf", "findings"], accepted.EnumerateObject().Select(member => member.Name));
        Assert.Equal("LEGATION NORTHPORT 141207Z APR 26", accepted.GetProperty("identity").GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Null, accepted.GetProperty("duplicateOf").ValueKind);

        using var raw = await program.GetAsync($"/api/messages/{accepted.GetProperty("id").GetString()}/raw");
        Assert.Equal("text/plain", raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", raw.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(bytes, await raw.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Several_messages_in_one_body_are_each_accepted_and_their_bytes_joined_are_the_body()
    {
        byte[] body = [.. Sample.Message(office.Number()), .. Sample.Message(office.Number()), .. Sample.Message(office.Number())];
        using var program = office.Program("open");

        using var answer = await program.PostAsync("/api/messages", new ByteArrayContent(body));

        using var json = await Json(answer);
        var ids = json.RootElement.GetProperty("accepted").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToArray();
        Assert.Equal(3, ids.Length);
        var joined = new List<byte>();
        foreach (var id in ids)
        {
            joined.AddRange(await program.GetByteArrayAsync($"/api/messages/{id}/raw"));
        }
        Assert.Equal(body, joined);
    }

    [Fact]
    public async Task Identical_bytes_again_are_not_filed_again()
    {
        var bytes = Sample.Message(office.Number());
        var first = await office.Send("open", bytes);
        using var program = office.Program("open");

        using var answer = await program.PostAsync("/api/messages", new ByteArrayContent(bytes));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = await Json(answer);
        var again = json.RootElement.GetProperty("accepted")[0];
        Assert.Equal(first, again.GetProperty("id").GetString());
        Assert.Equal(first, again.GetProperty("duplicateOf").GetString());
    }

    [Fact]
    public async Task A_message_opens_in_the_json_of_the_contract_with_id_time_and_origin()
    {
        var number = office.Number();
        var id = await office.Send("open", Sample.Message(number));
        using var program = office.Program("open");

        using var json = JsonDocument.Parse(await program.GetByteArrayAsync($"/api/messages/{id}"));

        var message = json.RootElement;
        Assert.Equal(id, message.GetProperty("id").GetString());
        Assert.Equal("http", message.GetProperty("origin").GetProperty("door").GetString());
        Assert.EndsWith("Z", message.GetProperty("filedAt").GetString(), StringComparison.Ordinal);
        Assert.Equal($"EXERCISE LANTERN COUNT {number}", message.GetProperty("subject").GetProperty("text").GetString());
        foreach (var name in new[] { "effectiveLevel", "paragraphs", "findings", "attributes", "releaseEvents", "derived" })
        {
            Assert.True(message.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public async Task A_list_pages_through_everything_once_newest_first()
    {
        for (var i = 0; i < 5; i++)
        {
            await office.Send("open", Sample.Message(office.Number()));
        }
        using var program = office.Program("open");
        var seen = new List<string>();
        for (var next = ""; next is not null; )
        {
            using var json = JsonDocument.Parse(await program.GetByteArrayAsync($"/api/messages?limit=2&before={next}"));
            Assert.Equal(["messages", "next", "total", "indexedThrough"], json.RootElement.EnumerateObject().Select(member => member.Name));
            seen.AddRange(json.RootElement.GetProperty("messages").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            next = json.RootElement.GetProperty("next").GetString();
        }

        Assert.True(seen.Count >= 5);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("/api/messages?limit=0", "bad-limit")]
    [InlineData("/api/messages?limit=1001", "bad-limit")]
    [InlineData("/api/messages?limit=many", "bad-limit")]
    [InlineData("/api/messages?before=nonsense", "bad-cursor")]
    [InlineData("/api/messages?q=lantern&before=nonsense", "bad-cursor")]
    [InlineData("/api/messages?sort=colour", "bad-sort")]
    [InlineData("/api/messages?q=after:yesteryear", "bad-query")]
    public async Task A_request_that_makes_no_sense_is_refused_with_a_code(string address, string code)
    {
        using var program = office.Program("open");

        using var answer = await program.GetAsync(address);

        await IsProblem(answer, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_mistake_in_a_query_is_told_with_its_place()
    {
        using var program = office.Program("open");

        using var answer = await program.GetAsync("/api/messages?q=lantern%20after:yesteryear");

        using var json = await Json(answer);
        Assert.Contains("At character", json.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/messages", "", 400, "empty")]
    [InlineData("DELETE", "/api/messages", "", 405, "wrong-method")]
    [InlineData("GET", "/api/nothing", "", 404, "no-such-address")]
    [InlineData("POST", "/api/search", "no json", 400, "bad-json")]
    [InlineData("GET", "/api/messages/nonsense", "", 404, "no-such-message")]
    public async Task Refusals_are_problem_details_with_five_members_and_nothing_else(
        string method,
        string address,
        string body,
        int status,
        string code
    )
    {
        using var program = office.Program("open");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = new StringContent(body);
        }

        using var answer = await program.SendAsync(request);

        await IsProblem(answer, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var program = office.Program("open");
        using var body = new ByteArrayContent(new byte[(64 << 20) + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.ExpectContinue = true;

        using var answer = await program.SendAsync(request);

        await IsProblem(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Search_finds_by_word_in_body_or_address_alike()
    {
        var word = office.Word();
        var id = await office.Send("open", Sample.Message(office.Number(), word: word));
        await office.Indexed("open", word);
        using var program = office.Program("open");

        using var asked = await program.PostAsync("/api/search", new StringContent($$"""{"q":"{{word.ToLowerInvariant()}}"}"""));

        using var json = await Json(asked);
        var row = Assert.Single(json.RootElement.GetProperty("messages").EnumerateArray());
        Assert.Equal(id, row.GetProperty("id").GetString());
        Assert.Empty(RowMembers.Except(row.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task The_openapi_document_names_every_address()
    {
        using var program = office.Program("open");

        using var json = JsonDocument.Parse(await program.GetByteArrayAsync("/openapi/v1.json"));

        var paths = json.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        string[] wanted =
        [
            "/api/messages",
            "/api/search",
            "/api/messages/{id}",
            "/api/messages/{id}/raw",
            "/api/messages/{id}/history",
            "/api/messages/{id}/references",
            "/api/gaps",
            "/api/stats",
            "/api/events",
            "/health",
        ];
        Assert.Empty(wanted.Except(paths));
    }

    [Fact]
    public async Task Filing_needs_the_role_and_then_keeps_the_name_of_the_file()
    {
        var bytes = Sample.Message(office.Number());
        using var sender = office.Program("open");
        using var refused = await sender.PostAsync("/api/messages?filing=true", new ByteArrayContent(bytes));
        await IsProblem(refused, HttpStatusCode.Forbidden, "not-allowed");

        using var records = office.Program("records");
        using var answer = await records.PostAsync("/api/messages?filing=true&name=a/b.txt", new ByteArrayContent(bytes));
        using var json = await Json(answer);
        var id = json.RootElement.GetProperty("accepted")[0].GetProperty("id").GetString();
        using var opened = JsonDocument.Parse(await records.GetByteArrayAsync($"/api/messages/{id}"));
        Assert.Equal("a/b.txt", opened.RootElement.GetProperty("origin").GetProperty("name").GetString());
    }

    internal static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = await Json(answer);
        Assert.Equal(["type", "title", "status", "detail", "code"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
    }

    internal static async Task<JsonDocument> Json(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
}
