namespace Chancery.Web.Tests;

public sealed class SignInTests(ServedOffice office)
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_give_the_same_answer()
    {
        using var browser = await office.Browser();

        using var wrong = await browser.SignIn("open", "wrong-password-1");
        using var unknown = await browser.SignIn("nope", "wrong-password-1");

        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(Plain(await wrong.Content.ReadAsStringAsync()), Plain(await unknown.Content.ReadAsStringAsync()));

        static string Plain(string page) =>
            System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", "").Replace("open", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var browser = await office.Browser();

        using var answer = await browser.SignIn("open", ServedOffice.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("chancery=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/m/x", "/m/x")]
    [InlineData("//elsewhere.example", "/traffic")]
    [InlineData("/\\elsewhere.example", "/traffic")]
    [InlineData("https://elsewhere.example", "/traffic")]
    [InlineData("", "/traffic")]
    public async Task After_sign_in_only_the_desk_is_gone_to(string next, string goesTo)
    {
        using var browser = await office.Browser();

        using var answer = await browser.Post(
            "/sign-in",
            "/sign-in",
            ("name", "open"),
            ("password", ServedOffice.Password),
            ("next", next)
        );

        Assert.Equal(goesTo, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = await office.Browser("open");

        using var answer = await browser.Client.PostAsync("/me", Browser.Form(("theme", "dark")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_api_takes_the_cookie_only_from_the_desk_itself()
    {
        using var browser = await office.Browser("open");
        var bytes = Sample.Message(office.Number());
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(bytes) };
        browser.Client.DefaultRequestHeaders.Remove("Origin");
        elsewhere.Headers.Add("Origin", "http://127.0.0.1:1");

        using var refused = await browser.Client.SendAsync(elsewhere);
        using var silent = await browser.Client.PostAsync("/api/messages", new ByteArrayContent(bytes));
        browser.Client.DefaultRequestHeaders.Add("Origin", office.Address.GetLeftPart(UriPartial.Authority));
        using var taken = await browser.Client.PostAsync("/api/messages", new ByteArrayContent(bytes));

        await ApiTests.IsProblem(refused, HttpStatusCode.Forbidden, "other-site");
        await ApiTests.IsProblem(silent, HttpStatusCode.Forbidden, "other-site");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var browser = await office.Browser("open");
        var kept = browser.Cookies.GetCookies(office.Address)["chancery"]!.Value;

        using var answer = await browser.Post("/me", "/sign-out");

        using var replay = office.Program(null);
        replay.DefaultRequestHeaders.Add("Cookie", $"chancery={kept}");
        using var refused = await replay.GetAsync("/api/messages");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
