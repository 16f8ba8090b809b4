using System.Text.RegularExpressions;

namespace Chancery.Web.Tests;

/// <summary>What a browser without script does: keeps cookies, sends forms with their anti-forgery token.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => client;

    public void Dispose() => client.Dispose();

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    public async Task<string> Page(string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Loads the page with the form and posts the fields.</summary>
    public async Task<HttpResponseMessage> Post(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(await Page(page));
        return await client.PostAsync(action, Form([.. fields, ("form", token)]));
    }

    /// <summary>The anti-forgery token of the form on a page.</summary>
    public static string TokenOf(string page)
    {
        var token = FormToken().Match(page).Groups["token"].Value;
        Assert.NotEmpty(token);
        return token;
    }

    public Task<HttpResponseMessage> SignIn(string name, string password) =>
        Post("/sign-in", "/sign-in", ("name", name), ("password", password));

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FormToken();
}
