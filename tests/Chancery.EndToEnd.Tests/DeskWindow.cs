using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Chancery.EndToEnd.Tests;

/// <summary>A browser window on the desk that listens for what goes wrong in it.</summary>
internal sealed class DeskWindow : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string address;
    private readonly List<string> complaints = [];

    public DeskWindow(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        this.address = address;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public ValueTask DisposeAsync() => new(context.CloseAsync());

    public async Task SignIn(string name, string password)
    {
        await Go("/sign-in");
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        // The address alone: whoever waits for the page to have loaded misses it where it was faster than he.
        await Assertions.Expect(Page).ToHaveURLAsync(address + "/traffic");
    }

    public async Task Go(string path) => await Page.GotoAsync(address + path);

    /// <summary>The script runs when the page has loaded; keys before that are lost, for tests as for people.</summary>
    public async Task Press(params string[] keys)
    {
        await Page.WaitForLoadStateAsync();
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    public async Task Picture(string name) => await Page.ScreenshotAsync(new() { Path = Path.Combine(DemoDesk.Pictures, name + ".png") });

    /// <summary>The script, the policy and every address of the page did what they should.</summary>
    public void HasNothingToComplainAbout() => Assert.Empty(complaints);

    /// <summary>Nothing that axe knows of keeps anybody out.</summary>
    public async Task IsAccessible(string screen)
    {
        var result = await Page.RunAxe();
        Assert.Empty(
            result.Violations.Select(violation =>
                $"{screen}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"
            )
        );
    }
}
