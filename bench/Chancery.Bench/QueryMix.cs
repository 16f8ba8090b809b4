using System.Globalization;
using System.Text;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Bench;

/// <summary>
/// Two hundred queries of every kind, made from messages of the archive itself: words that one message in ten has, words of few, pairs, phrases, beginnings,
/// nearness, fields, dates, alternatives, exclusions. The same archive gives the same queries.
/// </summary>
internal static class QueryMix
{
    private const int Sampled = 1000;
    private const int Each = 10;

    public static IReadOnlyList<(string Kind, string Query)> Of(Office.Archive archive)
    {
        var rows = archive.List(Reader.Owner, null, Sampled).Rows;
        var texts = rows.Select(row => Encoding.Latin1.GetString(archive.Open(Reader.Owner, row.Id)!.Raw.Span)).ToList();
        var paragraphs = texts.Select(Body).Where(words => words.Length > 12).ToList();
        var counts = paragraphs.SelectMany(words => words.Distinct(StringComparer.Ordinal)).CountBy(word => word).ToList();
        var common = Some(counts.Where(pair => pair.Value > paragraphs.Count / 10).Select(pair => pair.Key));
        var middling = Some(
            counts.Where(pair => pair.Value > paragraphs.Count / 100 && pair.Value <= paragraphs.Count / 10).Select(pair => pair.Key)
        );
        var rare = Some(counts.Where(pair => pair.Value <= 2).Select(pair => pair.Key));
        var mix = new List<(string, string)>();
        Add("common", i => common[i]);
        Add("middling", i => middling[i]);
        Add("rare", i => rare[i]);
        Add("pair, common", i => $"{common[i]} {common[(i + 1) % Each]}");
        Add("pair, rare and common", i => $"{rare[i]} {common[i]}");
        Add("three words", i => $"{middling[i]} {common[i]} {common[(i + 3) % Each]}");
        Add("phrase", i => $"\"{string.Join(' ', paragraphs[i * 7 % paragraphs.Count][3..5])}\"");
        Add("long phrase", i => $"\"{string.Join(' ', paragraphs[i * 11 % paragraphs.Count][2..7])}\"");
        Add("beginning", i => middling[i][..Math.Min(4, middling[i].Length)] + "*");
        Add("near", i => $"NEAR({middling[i]} {common[i]}, 8)");
        Add("alternatives", i => $"{middling[i]} OR {middling[(i + 1) % Each]} OR {rare[i]}");
        Add("without", i => $"{common[i]} -{middling[i]}");
        Add("subject", i => $"subject:{middling[i]}");
        Add("from", i => $"from:{First(rows[i * 13].From?.Name)} {middling[i]}");
        Add("TAG", i => $"tag:{rows[i * 17].Tags.FirstOrDefault()?.Code ?? "mass"}");
        Add("level", i => $"level:{Levels.All[i % Levels.All.Length].Name().Split(' ')[0].ToLowerInvariant()} {common[i]}");
        Add("number", i => $"mrn:\"{rows[i * 19].Mrn?.Post ?? "northport"} {rows[i * 19].Mrn?.Number ?? 12}\"");
        Add("days", i => $"after:{Day(rows[i * 23], -2)} before:{Day(rows[i * 23], 1)} {middling[i]}");
        Add("month", i => $"date:{Day(rows[i * 29], 0)[..7]}");
        Add("everything", i => i % 2 == 0 ? "is:traffic" : "is:filing");
        return mix;

        void Add(string kind, Func<int, string> make)
        {
            for (var i = 0; i < Each; i++)
            {
                mix.Add((kind, make(i)));
            }
        }
    }

    /// <summary>The words behind the heading, as far as they are words for certain.</summary>
    private static string[] Body(string text)
    {
        var start = Math.Max(0, text.IndexOf("SUBJ", StringComparison.Ordinal));
        return
        [
            .. text[start..]
                .Split([' ', '\r', '\n', '.', ',', ':', '(', ')', '/', '"', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length > 3 && word.All(char.IsAsciiLetter))
                .Select(word => word.ToLowerInvariant()),
        ];
    }

    private static string[] Some(IEnumerable<string> words)
    {
        var sorted = words.Order(StringComparer.Ordinal).ToArray();
        return [.. Enumerable.Range(0, Each).Select(i => sorted.Length == 0 ? "exercise" : sorted[i * sorted.Length / Each])];
    }

    private static string First(string? name) => name?.Split(' ')[^1].ToLowerInvariant() ?? "northport";

    private static string Day(MessageRow row, int days) =>
        (row.Dtg?.Utc ?? row.FiledAt).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
