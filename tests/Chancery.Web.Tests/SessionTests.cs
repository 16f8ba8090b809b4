namespace Chancery.Web.Tests;

/// <summary>Has an office of its own: it puts the clock forward.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly ServedOffice office = new();

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use()
    {
        using var browser = await office.Browser("open");
        office.Clock.Forward(TimeSpan.FromMinutes(29));
        await browser.Page("/traffic");
        office.Clock.Forward(TimeSpan.FromMinutes(29));
        await browser.Page("/traffic");

        office.Clock.Forward(TimeSpan.FromMinutes(31));

        using var answer = await browser.Get("/traffic");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_live_stream_does_not_keep_a_session_awake()
    {
        using var browser = await office.Browser("open");
        office.Clock.Forward(TimeSpan.FromMinutes(20));
        using (await browser.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead)) { }

        office.Clock.Forward(TimeSpan.FromMinutes(11));

        using var answer = await browser.Get("/traffic");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_in_any_case()
    {
        using var browser = await office.Browser("open");
        for (var i = 0; i < 35; i++)
        {
            office.Clock.Forward(TimeSpan.FromMinutes(20));
            await browser.Page("/help");
        }

        office.Clock.Forward(TimeSpan.FromMinutes(21));

        using var answer = await browser.Get("/help");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Many_wrong_passwords_lock_the_name_out_for_a_while()
    {
        using var browser = await office.Browser();
        for (var i = 0; i < 20; i++)
        {
            using var wrong = await browser.SignIn("open", "wrong-password-1");
        }

        using var locked = await browser.SignIn("open", ServedOffice.Password);
        using var other = await browser.SignIn("secret", ServedOffice.Password);

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
    }
}
