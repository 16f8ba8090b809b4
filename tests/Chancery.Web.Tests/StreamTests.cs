using Chancery.Server;

namespace Chancery.Web.Tests;

public sealed class StreamTests(ServedOffice office) : IDisposable
{
    private readonly CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));

    public void Dispose() => limit.Dispose();

    [Fact]
    public async Task Each_message_is_answered_when_it_is_on_disk_while_the_request_stays_open()
    {
        byte[][] messages = [Sample.Message(office.Number()), Sample.Message(office.Number()), Sample.Message(office.Number())];
        using var program = office.Program("open");
        using var stream = Open("open");
        for (var i = 0; i < messages.Length; i++)
        {
            stream.Send(messages[i]);

            var answer = await Answer(stream);

            Assert.Equal(i + 1, answer.GetProperty("n").GetInt32());
            Assert.Equal(201, answer.GetProperty("status").GetInt32());
            Assert.Equal(messages[i], await program.GetByteArrayAsync($"/api/messages/{Id(answer)}/raw"));
        }
        stream.End();
        Assert.Null(await stream.Next(limit.Token));
    }

    [Fact]
    public async Task Many_are_under_way_at_once_and_answered_in_the_order_in_which_they_came()
    {
        const int Count = 1000;
        using var stream = Open("open");
        var sending = Task.Run(() =>
        {
            for (var i = 1; i <= Count; i++)
            {
                // Numbers that no other test comes to.
                stream.Send(Sample.Message(5000 + i, word: "STREAMED"), $"many-{i}");
            }
            stream.End();
        });
        for (var i = 1; i <= Count; i++)
        {
            var answer = await Answer(stream);
            Assert.Equal((i, $"many-{i}"), (answer.GetProperty("n").GetInt32(), answer.GetProperty("key").GetString()));
            Assert.Equal(201, answer.GetProperty("status").GetInt32());
        }
        Assert.Null(await stream.Next(limit.Token));
        await sending;
    }

    [Fact]
    public async Task A_message_that_is_refused_has_its_own_line_and_the_stream_goes_on()
    {
        using var stream = Open("open");
        stream.Send(Sample.Message(office.Number(), Level.Secret), "high");
        stream.SendBare("0 none\n"u8);
        stream.Send(Sample.Message(office.Number()), "good");
        stream.End();

        var high = await Answer(stream);
        var none = await Answer(stream);
        var good = await Answer(stream);

        Assert.Equal((403, "above-your-level", "high"), Refusal(high));
        Assert.Equal((400, "empty", "none"), Refusal(none));
        Assert.Equal(201, good.GetProperty("status").GetInt32());
        Assert.Null(await stream.Next(limit.Token));
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_passed_over_and_the_next_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-web-tests-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "chancery.toml"), "[limits]\nbody = 100000\n", limit.Token);
            await using var server = await Serve(folder.FullName);
            using var stream = new OpenStream(server.Address, Sender(server));
            stream.Send(new byte[300_000], "large");
            stream.Send(Sample.Message(office.Number()));
            stream.End();

            Assert.Equal((413, "too-large", "large"), Refusal(await Answer(stream)));
            Assert.Equal(201, (await Answer(stream)).GetProperty("status").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_same_key_is_answered_the_same_by_a_stream_and_by_a_single_post()
    {
        var key = office.Word();
        using var program = office.Program("open");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        post.Content = new ByteArrayContent(Sample.Message(office.Number()));
        post.Headers.Add("Idempotency-Key", key);
        using var posted = await program.SendAsync(post, limit.Token);
        var id = Id(JsonElement.Parse(await posted.Content.ReadAsByteArrayAsync(limit.Token)));
        using var stream = Open("open");
        stream.Send(Sample.Message(office.Number()), key);
        stream.Send(Sample.Message(office.Number()), key + "2");
        stream.Send(Sample.Message(office.Number()), key + "2");
        stream.End();

        Assert.Equal(id, Id(await Answer(stream)));
        var first = Id(await Answer(stream));
        Assert.NotEqual(id, first);
        Assert.Equal(first, Id(await Answer(stream)));
    }

    [Theory]
    [InlineData("ZCZC\n")]
    [InlineData("-5\n")]
    [InlineData("+5\nABCDE")]
    [InlineData("5x\nABCDE")]
    [InlineData("99999999999999999999999\n")]
    [InlineData("5 k\u0001\nABCDE")]
    public async Task Without_a_length_the_stream_says_so_and_ends(string sent)
    {
        using var stream = Open("open");
        stream.SendBare(Encoding.ASCII.GetBytes(sent));

        Assert.Equal("bad-frame", (await Answer(stream)).GetProperty("code").GetString());
        Assert.Null(await stream.Next(limit.Token));
    }

    [Fact]
    public async Task A_line_that_never_ends_is_not_waited_for()
    {
        using var stream = Open("open");
        stream.SendBare(Encoding.ASCII.GetBytes(new string('1', 5000)));

        Assert.Equal("bad-frame", (await Answer(stream)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_stream_that_ends_within_a_message_accepts_nothing_of_it()
    {
        using var stream = Open("open");
        stream.SendBare("4000 half\n"u8);
        stream.SendBare(Sample.Message(office.Number()));
        stream.End();

        Assert.Equal((400, "cut-short", "half"), Refusal(await Answer(stream)));
        Assert.Null(await stream.Next(limit.Token));
    }

    [Fact]
    public async Task Who_is_removed_ends_his_stream_with_the_next_message()
    {
        office.Add("streaming", Level.Unclassified, Roles.Sender);
        using var stream = Open("streaming");
        stream.Send(Sample.Message(office.Number()));
        Assert.Equal(201, (await Answer(stream)).GetProperty("status").GetInt32());

        Assert.True(office.Office.People.Remove("streaming"));
        await Task.Delay(TimeSpan.FromSeconds(1.1), limit.Token);
        stream.Send(Sample.Message(office.Number()), "late");

        Assert.Equal((401, "not-signed-in", "late"), Refusal(await Answer(stream)));
        Assert.Null(await stream.Next(limit.Token));
    }

    [Fact]
    public async Task Nobody_streams_without_a_sign_in()
    {
        using var stream = new OpenStream(office.Address, token: null);

        Assert.Equal(401, await stream.Status(limit.Token));
    }

    [Fact]
    public async Task An_office_that_closes_answers_what_it_took_and_says_that_it_closes()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-web-tests-");
        try
        {
            var server = await Serve(folder.FullName);
            using var stream = new OpenStream(server.Address, Sender(server));
            stream.Send(Sample.Message(office.Number()));
            Assert.Equal(201, (await Answer(stream)).GetProperty("status").GetInt32());
            var closing = server.DisposeAsync();

            Assert.Equal("stopping", (await Answer(stream)).GetProperty("code").GetString());
            Assert.Null(await stream.Next(limit.Token));
            stream.Dispose();
            await closing;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private OpenStream Open(string name) => new(office.Address, office.Office.People.NewToken(name));

    private static Task<DeskServer> Serve(string folder) =>
        DeskServer.Start(new ServeOptions(folder, "127.0.0.1:0"), TimeProvider.System, CancellationToken.None);

    private static string? Sender(DeskServer server)
    {
        var person = new Person("sender", Level.Secret, null, Roles.Sender, TimeProvider.System.GetUtcNow());
        Assert.Null(server.Office.People.Add(person, ServedOffice.Password));
        return server.Office.People.NewToken(person.Name);
    }

    private async Task<JsonElement> Answer(OpenStream stream) =>
        await stream.Next(limit.Token) ?? throw new InvalidOperationException("The stream ended without an answer.");

    private static string Id(JsonElement answer) => answer.GetProperty("accepted")[0].GetProperty("id").GetString()!;

    private static (int Status, string? Code, string? Key) Refusal(JsonElement answer) =>
        (answer.GetProperty("status").GetInt32(), answer.GetProperty("code").GetString(), answer.GetProperty("key").GetString());
}
