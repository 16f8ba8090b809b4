using Chancery.Server;

namespace Chancery.Web.Tests;

public sealed class HealthTests(ServedOffice office) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chancery-web-tests-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task While_the_clock_stands_before_the_last_message_nothing_is_accepted_and_health_says_so()
    {
        var clock = new ShiftedClock();
        await using var server = await DeskServer.Start(new ServeOptions(folder.FullName, "127.0.0.1:0"), clock, CancellationToken.None);
        using var client = Client(server);
        Assert.Equal(HttpStatusCode.Created, await Post(client, 1));

        clock.Forward(TimeSpan.FromHours(-1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Post(client, 2));
        using (var down = await Health(client))
        {
            Assert.Equal("down", down.RootElement.GetProperty("status").GetString());
            Assert.Equal("clock", Code(down));
        }

        clock.Forward(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Created, await Post(client, 2));
    }

    [Fact]
    public async Task Traffic_past_its_objective_is_told_to_those_who_run_the_office_and_to_nobody_else()
    {
        var clock = new ShiftedClock();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "chancery.toml"),
            "[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:0\"\nlevel = \"SECRET\"\nroutes = [\"RUKG\"]\n"
        );
        await using var server = await DeskServer.Start(new ServeOptions(folder.FullName, "127.0.0.1:0"), clock, CancellationToken.None);
        using var client = Client(server);
        using var stranger = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Created, await Post(client, 1));
        using (var up = await Health(client))
        {
            Assert.Equal("up", up.RootElement.GetProperty("status").GetString());
        }

        clock.Forward(TimeSpan.FromHours(7));

        using var late = await Health(client);
        Assert.Equal("degraded", late.RootElement.GetProperty("status").GetString());
        Assert.Contains(
            "queue-past-objective",
            late.RootElement.GetProperty("troubles").EnumerateArray().Select(trouble => trouble.GetProperty("code").GetString())
        );
        Assert.Equal("{\"status\":\"up\"}", await stranger.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Metrics_count_what_was_accepted_refused_and_waits_for_administrators_only()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "chancery.toml"),
            "[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:0\"\nlevel = \"SECRET\"\nroutes = [\"RUKG\"]\n"
        );
        await using var server = await DeskServer.Start(
            new ServeOptions(folder.FullName, "127.0.0.1:0"),
            TimeProvider.System,
            CancellationToken.None
        );
        using var client = Client(server);
        Assert.Equal(HttpStatusCode.Created, await Post(client, 1));
        Assert.Equal(HttpStatusCode.Created, await Post(client, 2));
        using (var empty = await client.PostAsync("/api/messages", new ByteArrayContent([])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        }

        using var administrator = Client(server, "adm", Roles.Administrator);
        var text = await administrator.GetStringAsync("/metrics");

        Assert.Contains("chancery_accepted_total{door=\"http\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("chancery_refused_total{code=\"empty\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("chancery_accept_duration_seconds_count{door=\"http\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("chancery_accept_duration_seconds_bucket{door=\"http\",le=\"+Inf\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("chancery_queue_depth{precedence=\"ROUTINE\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE chancery_store_flushes_total counter\n", text, StringComparison.Ordinal);
        using var refused = await client.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var stranger = office.Program(null);
        using var unknown = await stranger.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    private static HttpClient Client(DeskServer server, string name = "op", Roles roles = Roles.Sender | Roles.Communicator)
    {
        Assert.Null(
            server.Office.People.Add(new Person(name, Level.Secret, null, roles, TimeProvider.System.GetUtcNow()), ServedOffice.Password)
        );
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", server.Office.People.NewToken(name));
        return client;
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, int number)
    {
        using var answer = await client.PostAsync("/api/messages", new ByteArrayContent(Sample.Message(number)));
        return answer.StatusCode;
    }

    private static async Task<JsonDocument> Health(HttpClient client)
    {
        using var answer = await client.GetAsync("/health");
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string? Code(JsonDocument health) => health.RootElement.GetProperty("troubles")[0].GetProperty("code").GetString();
}
