using System.Text;
using Chancery.Messages.Checks;

namespace Chancery.Messages.Tests.Checks;

/// <summary>The page of a rule, <c>docs/findings/ID.md</c>, made of the tables that the library carries.</summary>
internal static class FindingPage
{
    public static string Of(FindingRule rule, FindingTexts texts)
    {
        var page = new StringBuilder();
        page.Append($"# {rule.Id}: {rule.Title}\n\n");
        page.Append($"{texts.What}\n\n");
        page.Append("| in an archive | on a circuit | before sending |\n|---|---|---|\n");
        page.Append($"| {Grade(rule.Archive)} | {Grade(rule.Live)} | {Grade(rule.Outgoing)} |\n\n");
        page.Append($"## Why\n\n{texts.Why}\n\n");
        page.Append($"## Example\n\n```\n{texts.Example.ReplaceLineEndings("\n")}\n```\n\n");
        page.Append($"## What to do\n\n{texts.Fix}\n\n");
        page.Append($"## Source\n\n{rule.Source}.\n");
        var aliases = FindingTable
            .Rules.Values.Where(other => other.AliasOf == rule.Id)
            .Select(other => other.Id)
            .Order(StringComparer.Ordinal);
        if (aliases.Any())
        {
            page.Append($"\nAlso known as {string.Join(", ", aliases)}.\n");
        }
        return page.ToString();
    }

    /// <summary>The list of all pages; a rule comes onto it with its texts.</summary>
    public static string Index()
    {
        var page = new StringBuilder(
            "# Findings\n\nEvery rule that a message is checked by. A page is made by `eng/findings` from the tables"
        );
        page.Append(
            " in `src/Chancery.Messages/Tables`.\n\n| rule | demands | in an archive | on a circuit | before sending |\n|---|---|---|---|---|\n"
        );
        foreach (var rule in FindingTable.Own.Where(rule => rule.Texts is not null))
        {
            page.Append(
                $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Grade(rule.Archive)} | {Grade(rule.Live)} | {Grade(rule.Outgoing)} |\n"
            );
        }
        return page.ToString();
    }

    private static string Grade(Severity? severity) => severity?.ToString().ToLowerInvariant() ?? "not told";
}
