using System.Text.Json;

namespace Chancery.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_error_is_shown_like_a_compilers_and_makes_the_exit_code_1()
    {
        var path = folder.File("m.txt", Samples.WithWrongDay);
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.NotClean, await terminal.Run("check", path));

        Assert.Contains($"{path}:3:17: error TX-203: ", terminal.Out);
        Assert.Contains("1 message: 1 error", terminal.Error);
    }

    [Fact]
    public async Task A_message_without_an_error_is_done()
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run("check", folder.File("m.txt", Samples.Telegram)));

        Assert.DoesNotContain(": error ", terminal.Out);
        Assert.StartsWith("1 message: 0 errors", terminal.Error);
    }

    [Fact]
    public async Task Json_is_one_object_a_message_with_its_findings()
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.NotClean, await terminal.Run("check", "--format", "json", folder.File("m.txt", Samples.WithWrongDay)));

        var message = JsonElement.Parse(terminal.Out);
        Assert.Contains(message.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("id").GetString() == "TX-203");
    }

    [Fact]
    public async Task A_message_of_another_profile_than_asked_for_is_an_error()
    {
        var path = folder.File("m.txt", Samples.Telegram);
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.NotClean, await terminal.Run("check", "--profile", "acp128", path));

        Assert.Contains($"{path}:1:1: error profile: ", terminal.Out);
        Assert.Contains("ACP128 was asked for.", terminal.Out);
    }

    [Fact]
    public async Task The_highest_exit_code_counts()
    {
        var terminal = new TestTerminal();

        Assert.Equal(
            ExitCodes.NotReached,
            await terminal.Run("check", folder.File("m.txt", Samples.WithWrongDay), Path.Combine(folder.Path, "missing.txt"))
        );
    }
}
