using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chancery.Server;

namespace Chancery.Web.Tests;

/// <summary>The desk with a certificate of its own, and behind a proxy that has one.</summary>
public sealed class HttpsTests : IDisposable
{
    private const string Name = "watch";
    private readonly string folder = Directory.CreateTempSubdirectory("chancery-web-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task With_a_certificate_the_desk_speaks_https_and_its_cookie_goes_over_nothing_else()
    {
        WriteCertificate();
        File.WriteAllText(Path.Combine(folder, "chancery.toml"), "[http]\ncertificate = \"desk.pem\"\nkey = \"desk.key\"\n");
        await using var server = await Serve(new ServeOptions(folder, "127.0.0.1:0"));

        using var client = Client(server.Address);
        var cookies = await SignIn(client);

        Assert.Equal("https", server.Address.Scheme);
        var session = Assert.Single(cookies, cookie => cookie.StartsWith("__Host-chancery=", StringComparison.Ordinal));
        AssertKeptToHost(session);
    }

    [Fact]
    public async Task Plain_http_is_not_answered_where_a_certificate_is_set()
    {
        WriteCertificate();
        File.WriteAllText(Path.Combine(folder, "chancery.toml"), "[http]\ncertificate = \"desk.pem\"\nkey = \"desk.key\"\n");
        await using var server = await Serve(new ServeOptions(folder, "127.0.0.1:0"));

        using var client = Client(new UriBuilder(server.Address) { Scheme = "http" }.Uri);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync("/health"));
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_refused_in_one_sentence()
    {
        File.WriteAllText(Path.Combine(folder, "chancery.toml"), "[http]\ncertificate = \"desk.pem\"\n");

        var refusal = await Assert.ThrowsAsync<ServeRefusal>(() => Serve(new ServeOptions(folder, "127.0.0.1:0")));

        Assert.Contains("name both", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_the_cookie_goes_over_https_only()
    {
        await using var server = await Serve(new ServeOptions(folder, "127.0.0.1:0", BehindProxy: true));

        using var client = Client(server.Address);
        var cookies = await SignIn(client);

        AssertKeptToHost(Assert.Single(cookies, cookie => cookie.StartsWith("__Host-chancery=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Behind_a_proxy_wrong_passwords_count_for_the_address_that_the_proxy_names()
    {
        await using var server = await Serve(new ServeOptions(folder, "127.0.0.1:0", BehindProxy: true));
        using var wrong = Client(server.Address);
        wrong.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        for (var i = 0; i < 20; i++)
        {
            using var refused = await Post(wrong, "wrong-password-1");
        }

        using var other = Client(server.Address);
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.2");
        using var locked = await Post(wrong, ServedOffice.Password);
        using var free = await Post(other, ServedOffice.Password);

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, free.StatusCode);
    }

    private static void AssertKeptToHost(string cookie)
    {
        var marks = cookie.Split("; ").Select(mark => mark.ToLowerInvariant()).ToArray();
        Assert.Contains("secure", marks);
        Assert.Contains("httponly", marks);
        Assert.Contains("samesite=strict", marks);
        Assert.Contains("path=/", marks);
        Assert.DoesNotContain(marks, mark => mark.StartsWith("domain", StringComparison.Ordinal));
    }

    private static HttpClient Client(Uri address) =>
        new(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=desk.example",
            }
        )
        {
            BaseAddress = address,
        };

    private static async Task<string[]> SignIn(HttpClient client)
    {
        using var answer = await Post(client, ServedOffice.Password);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return [.. answer.Headers.GetValues("Set-Cookie")];
    }

    /// <summary>What a browser does on the page of the sign-in, with its cookies carried by hand: a client would keep a Secure one from plain http.</summary>
    private static async Task<HttpResponseMessage> Post(HttpClient client, string password)
    {
        using var page = await client.GetAsync("/sign-in");
        var form = await page.Content.ReadAsStringAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = Browser.Form(("name", Name), ("password", password), ("form", Browser.TokenOf(form))),
        };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }

    private static async Task<DeskServer> Serve(ServeOptions options)
    {
        var server = await DeskServer.Start(options, TimeProvider.System, CancellationToken.None);
        var person = new Person(Name, Level.Secret, null, Roles.Reader, TimeProvider.System.GetUtcNow());
        Assert.Null(server.Office.People.Add(person, ServedOffice.Password));
        return server;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=desk.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "desk.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "desk.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
