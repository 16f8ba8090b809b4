using Chancery.Messages.Checks;

namespace Chancery.Messages.Tests.Checks;

public sealed class FindingPageTests
{
    /// <summary>Set by <c>eng/findings</c>: the pages are written instead of compared.</summary>
    private static readonly bool Writes = Environment.GetEnvironmentVariable("CHANCERY_WRITE_PAGES") == "1";

    [Fact]
    public void The_pages_are_what_the_tables_say()
    {
        var folder = Path.Combine(Root(), "docs", "findings");
        var pages = FindingTable
            .Own.Where(rule => rule.Texts is not null)
            .ToDictionary(rule => rule.Id + ".md", rule => FindingPage.Of(rule, rule.Texts!));
        pages.Add("README.md", FindingPage.Index());
        if (Writes)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }
            foreach (var (name, text) in pages)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }

        var there = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        var differing = pages
            .Keys.Union(there.Keys)
            .Where(name => pages.GetValueOrDefault(name) != there.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);

        Assert.True(!differing.Any(), $"Run eng/findings: {string.Join(' ', differing)} are not what the tables say.");
    }

    [Fact]
    public void Every_text_belongs_to_a_rule_and_says_something() =>
        Assert.All(
            FindingTable.Texts,
            row =>
            {
                Assert.True(FindingTable.IndexOf(row.Key) >= 0, $"{row.Key} is no rule of findings.csv.");
                Assert.All([row.Value.What, row.Value.Why, row.Value.Example, row.Value.Fix], text => Assert.NotEmpty(text.Trim()));
                Assert.All([row.Value.What, row.Value.Why, row.Value.Fix], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
            }
        );

    /// <summary>A rule may land before its page: it is listed here until finding-texts.csv has its row.</summary>
    [Fact]
    public void Every_rule_has_its_texts()
    {
        var without = FindingTable.Own.Where(rule => rule.Texts is null).Select(rule => rule.Id).ToArray();

        Assert.SkipWhen(without.Length > 0, $"No row in finding-texts.csv yet: {string.Join(' ', without)}");
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chancery.slnx")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
