using Chancery.Office;

namespace Chancery.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("raed message.txt", "'raed' is no verb of chancery; did you mean 'read'?")]
    [InlineData("imprt x", "'imprt' is no verb of chancery; did you mean 'import'?")]
    [InlineData("user lst", "'lst' is no verb of chancery user; did you mean 'list'?")]
    [InlineData("user", "'chancery user' needs one of these behind it: add, set, import, list, remove, token;")]
    [InlineData("read", "'chancery read' needs PATH:")]
    [InlineData("read --jsno x", "'--jsno' is no option here; did you mean '--json'?")]
    [InlineData("stats --jsno", "'--jsno' is no option of chancery stats; did you mean '--json'?")]
    [InlineData("find", "'chancery find' needs QUERY:")]
    [InlineData("find --saved fuel", "--saved stands alone:")]
    [InlineData("find --open a --forget b", "--open stands alone:")]
    [InlineData("find --limit none fuel", "--limit needs a number from 1.")]
    [InlineData("find --sort dat fuel", "'dat' is nothing --sort can be (date, filed, relevance); did you mean 'date'?")]
    [InlineData("import --unmarked HIGH x", "'HIGH' is no level; the levels are UNCLASSIFIED,")]
    [InlineData("user add ada --role raeder", "'raeder' is no role; did you mean 'reader'?")]
    [InlineData("exercise --from 2026-13-01", "'2026-13-01' cannot be --from: it needs a day, written like 2026-01-31.")]
    [InlineData("exercise --damage 2", "'2' cannot be --damage: it needs a share from 0 to 1.")]
    [InlineData("queue hold x --reason y", "'x' is no DELIVERY: the number that queue list shows;")]
    [InlineData("queue acknowledge u", "'u' is no ALARM: the number that queue alarms shows;")]
    [InlineData("circuit log ABA --limit many", "'many' is no number.")]
    [InlineData("route export stations", "'stations' is no table: routes or addressees.")]
    [InlineData("route test RVEHAA rvekbb", "'rvekbb' is no routing indicator: four to eight capital letters, R or Q first.")]
    [InlineData("find fuel --limt 5", "'--limt' is no option here; did you mean '--limit'?")]
    [InlineData("find fuel --out x.csv", "'--out' is no option here. 'chancery find --help' shows what can be typed.")]
    [InlineData("export fuel --fromat csv", "'--fromat' is no option here; did you mean '--format'?")]
    [InlineData("show --jsn 26 NORTHPORT 4", "'--jsn' is no option here; did you mean '--json'?")]
    [InlineData("trace 26 NORTHPORT 4 --jsn", "'--jsn' is no option here; did you mean '--json'?")]
    [InlineData("gaps northport --year 226", "--year needs a year, as 2026 or 26.")]
    [InlineData("route test RVEHAA --levle", "'--levle' is no option here; did you mean '--level'?")]
    [InlineData("office member ECON --remov", "'--remov' is no option here; did you mean '--remove'?")]
    [InlineData("read --json --raw x", "Only one of --json, --raw, --plain and --format can be shown.")]
    public async Task Wrong_usage_is_one_sentence_that_says_what_to_do(string line, string sentence)
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.WrongUsage, await terminal.Run(line.Split(' ')));

        Assert.StartsWith(sentence, terminal.Error);
        Assert.Contains("--help' shows what can be typed.", terminal.Error);
        Assert.Equal(1, terminal.Error.Count(c => c == '\n'));
        Assert.Empty(terminal.Out);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("find")]
    [InlineData("show")]
    [InlineData("stats")]
    [InlineData("refs")]
    [InlineData("gaps")]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("exercise")]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("user")]
    [InlineData("user add")]
    [InlineData("user list")]
    [InlineData("user remove")]
    [InlineData("user token")]
    [InlineData("send")]
    [InlineData("trace")]
    [InlineData("why")]
    [InlineData("backup")]
    [InlineData("queue")]
    [InlineData("queue list")]
    [InlineData("queue release")]
    [InlineData("queue close")]
    [InlineData("queue hold")]
    [InlineData("queue resume")]
    [InlineData("queue cancel")]
    [InlineData("queue expire")]
    [InlineData("queue requeue")]
    [InlineData("queue reroute")]
    [InlineData("circuit")]
    [InlineData("circuit list")]
    [InlineData("circuit add")]
    [InlineData("circuit open")]
    [InlineData("circuit close")]
    [InlineData("circuit reset-in")]
    [InlineData("circuit reset-out")]
    [InlineData("circuit number")]
    [InlineData("route show")]
    [InlineData("route test")]
    [InlineData("office list")]
    [InlineData("office test")]
    public async Task Every_verb_has_help_with_examples_of_itself(string verb)
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run([.. verb.Split(' '), "--help"]));

        Assert.Contains("Examples:", terminal.Out);
        Assert.Contains($"chancery {verb}", terminal.Out[terminal.Out.IndexOf("Examples:", StringComparison.Ordinal)..]);
        Assert.Contains("Exit code: 0 done", terminal.Out);
        Assert.Empty(terminal.Error);
    }

    [Fact]
    public async Task Without_a_verb_the_help_is_shown()
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run());

        Assert.Contains("chancery demo", terminal.Out);
    }

    [Theory]
    [InlineData("verfy", "verify")]
    [InlineData("ipmort", "import")]
    [InlineData("stat", "stats")]
    [InlineData("quite-other", null)]
    public void The_nearest_word_is_suggested_where_few_letters_differ(string typed, string? meant) =>
        Assert.Equal(meant, NearestWord.Of(typed, ["read", "import", "verify", "stats", "find"]));

    [Fact]
    public void A_minus_before_a_word_of_a_query_is_no_option() =>
        Assert.Equal(
            ["find", "fuel", "NOT", "water", "--limit", "5", "-h"],
            QueryWords.SpellOutNot(["find", "fuel", "-water", "--limit", "5", "-h"])
        );
}
