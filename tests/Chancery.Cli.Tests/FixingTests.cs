using System.Text.Json;

namespace Chancery.Cli.Tests;

public sealed class FixingTests : IDisposable
{
    private static readonly string Faulty = Samples.Telegram.Replace("MASS, PREL", "MASSPREL").Replace("\nNNNN", "\nNNN");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fix_writes_beside_the_file_and_says_what_it_did_and_what_is_left()
    {
        var path = folder.File("m.txt", Faulty);
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run("check", "--fix", path));

        Assert.Equal(Faulty, File.ReadAllText(path));
        Assert.Equal(Samples.Telegram, File.ReadAllText(Path.Combine(folder.Path, "m.fixed.txt")));
        Assert.Contains($"{path}:12:7: fixed TG-6: Write MASS, PREL.", terminal.Out);
        Assert.Contains("fixed TX-113", terminal.Out);
        Assert.DoesNotContain(" warning TG-6", terminal.Out);
        Assert.Contains("2 repairs.", terminal.Error);
    }

    [Fact]
    public async Task In_place_keeps_the_original_and_never_overwrites_an_older_one()
    {
        var path = folder.File("m.txt", Faulty);

        await new TestTerminal().Run("check", "--fix", "--in-place", path);

        Assert.Equal(Samples.Telegram, File.ReadAllText(path));
        Assert.Equal(Faulty, File.ReadAllText(Path.Combine(folder.Path, "m.original.txt")));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);

        File.WriteAllText(path, Faulty + " ");
        var terminal = new TestTerminal();
        Assert.Equal(ExitCodes.NotReached, await terminal.Run("check", "--fix", "--in-place", path));
        Assert.Equal(Faulty + " ", File.ReadAllText(path));
        Assert.Equal(Faulty, File.ReadAllText(Path.Combine(folder.Path, "m.original.txt")));
        Assert.Contains("is there already", terminal.Error);
    }

    [Fact]
    public async Task A_clean_file_is_not_written()
    {
        var path = folder.File("m.txt", Samples.Telegram);

        Assert.Equal(ExitCodes.Done, await new TestTerminal().Run("check", "--fix", path));

        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Dry_run_shows_a_unified_diff_and_writes_nothing()
    {
        var path = folder.File("m.txt", Faulty);
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run("check", "--dry-run", path));

        Assert.Equal(
            $"""
            --- {path}
            +++ {path}
            @@ -9,7 +9,7 @@
             C O N F I D E N T I A L NORTHPORT 000417
             
             E.O. 13526: DECL: 02/01/2034
            -TAGS: MASSPREL
            +TAGS: MASS, PREL
             SUBJECT: EXERCISE: RETURN OF STORES
             REF: NORTHPORT 401
             
            @@ -18,4 +18,4 @@
             GRANT
             BT
             #0417
            -NNN
            +NNNN

            """,
            terminal.Out
        );
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--in-place goes with --fix.", "--in-place", "m.txt")]
    [InlineData("--dry-run writes nothing", "--fix", "--dry-run", "m.txt")]
    [InlineData("name files, not '-'", "--fix", "-")]
    public async Task Options_that_do_not_go_together_are_refused(string sentence, params string[] arguments)
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.WrongUsage, await terminal.Run(["check", .. arguments]));

        Assert.Contains(sentence, terminal.Error);
    }

    [Fact]
    public async Task Sarif_is_one_log_with_its_rules_results_and_fixes()
    {
        var path = folder.File("a file.txt", Faulty);
        var terminal = new TestTerminal();

        await terminal.Run("check", "--format", "sarif", path, folder.File("b.txt", Samples.WithWrongDay));

        var log = JsonElement.Parse(terminal.Out);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("chancery", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(rules.Length, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(
            rules,
            rule =>
            {
                Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
                Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!);
                Assert.True(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out _));
                AssertLevel(rule.GetProperty("defaultConfiguration").GetProperty("level"));
            }
        );
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.All(results, result => AssertResult(result, rules));
        var glued = Assert.Single(results, result => result.GetProperty("ruleId").GetString() == "TG-6");
        var change = glued.GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        Assert.EndsWith("a%20file.txt", change.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        var replacement = Assert.Single(change.GetProperty("replacements").EnumerateArray());
        Assert.Equal("MASS, PREL", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        var region = replacement.GetProperty("deletedRegion");
        Assert.Equal(
            (12, 7, 12, 15),
            (Number(region, "startLine"), Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn"))
        );
        Assert.Contains(results, result => result.GetProperty("ruleId").GetString() == "TX-203");
    }

    [Fact]
    public async Task Sarif_of_nothing_found_is_a_log_without_results()
    {
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run("check", "--format", "sarif", folder.File("m.txt", "")));

        Assert.Empty(JsonElement.Parse(terminal.Out).GetProperty("runs")[0].GetProperty("results").EnumerateArray());
    }

    private static void AssertResult(JsonElement result, JsonElement[] rules)
    {
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[Number(result, "ruleIndex")].GetProperty("id").GetString());
        AssertLevel(result.GetProperty("level"));
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.NotEmpty(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        var region = place.GetProperty("region");
        Assert.True(Number(region, "startLine") >= 1 && Number(region, "startColumn") >= 1);
        Assert.True(Number(region, "endLine") >= Number(region, "startLine"));
        Assert.True(Number(region, "byteOffset") >= 0 && Number(region, "byteLength") >= 0);
    }

    private static void AssertLevel(JsonElement level) => Assert.Matches("^(none|note|warning|error)$", level.GetString());

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
