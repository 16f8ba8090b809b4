using System.Collections.Concurrent;
using Chancery.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chancery.Web.Tests;

/// <summary>What the office counts of itself, sent to a collector.</summary>
public sealed class MetricsExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chancery-web-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_collector_that_the_settings_name_is_sent_the_instruments_and_no_word_of_a_message()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var bodies = new ConcurrentQueue<(string? Type, string Body)>();
        await using var collector = await Collector(bodies);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "chancery.toml"),
            $"[metrics]\notlp = \"{collector.Urls.First()}/v1/metrics\"\nevery = \"1s\"\n",
            limit.Token
        );
        await using (var server = await DeskServer.Start(new ServeOptions(folder, "127.0.0.1:0"), TimeProvider.System, limit.Token))
        {
            var sender = new Person("sender", Level.Secret, null, Roles.Sender, TimeProvider.System.GetUtcNow());
            Assert.Null(server.Office.People.Add(sender, ServedOffice.Password));
            using var program = new HttpClient { BaseAddress = server.Address };
            program.DefaultRequestHeaders.Authorization = new("Bearer", server.Office.People.NewToken("sender"));
            using var answer = await program.PostAsync(
                "/api/messages",
                new ByteArrayContent(Sample.Message(1, word: "LANTERNWORD")),
                limit.Token
            );
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            while (!bodies.Any(one => one.Body.Contains("chancery.accept.duration", StringComparison.Ordinal)))
            {
                await Task.Delay(50, limit.Token);
            }
        }
        Assert.All(bodies, one => Assert.Equal("application/x-protobuf", one.Type));
        Assert.Contains(
            bodies,
            one =>
                one.Body.Contains("chancery.queue.age", StringComparison.Ordinal)
                || one.Body.Contains("chancery.store.flushes", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            bodies,
            one => one.Body.Contains("LANTERNWORD", StringComparison.Ordinal) || one.Body.Contains("sender", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_collector_that_is_not_there_stops_nothing()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "chancery.toml"),
            "[metrics]\notlp = \"http://127.0.0.1:1/v1/metrics\"\nevery = \"1s\"\n"
        );
        await using var server = await DeskServer.Start(
            new ServeOptions(folder, "127.0.0.1:0"),
            TimeProvider.System,
            CancellationToken.None
        );
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        using var client = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
    }

    private static async Task<WebApplication> Collector(ConcurrentQueue<(string? Type, string Body)> bodies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost(
            "/v1/metrics",
            async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                bodies.Enqueue((context.Request.ContentType, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.StatusCode = StatusCodes.Status200OK;
            }
        );
        await app.StartAsync();
        return app;
    }
}
