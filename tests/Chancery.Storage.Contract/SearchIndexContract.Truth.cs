using System.Text;
using Chancery.Messages;
using Chancery.Office;
using CsCheck;

namespace Chancery.Storage.Contract;

public abstract partial class SearchIndexContract
{
    private static readonly string[] Plain = ["zebra", "quartz", "walrus", "trucks", "radios", "zebras"];
    private static readonly string[] PlainLevels = ["unclassified", "confidential", "secret"];
    private static readonly Gen<string> PlainWord = Gen.Int[0, Plain.Length - 1].Select(i => Plain[i]);

    private static readonly Gen<PlainQuery> Leaf = Gen.Select(
        Gen.Int[0, 9],
        PlainWord,
        PlainWord,
        Gen.Int[0, 6],
        (kind, one, other, number) =>
            kind switch
            {
                0 => new PlainQuery.Word(one, Exact: true),
                1 => new PlainQuery.Beginning(one[..3]),
                2 => new PlainQuery.Phrase(one, other),
                3 when one != other => new PlainQuery.Near(one, other, number),
                4 => new PlainQuery.Subject(one),
                5 => new PlainQuery.Level(PlainLevels[number % 3]),
                6 => new PlainQuery.Dated(((string[])["after", "before", "date"])[number % 3], 1 + number),
                7 => new PlainQuery.Unanswered(),
                _ => (PlainQuery)new PlainQuery.Word(one, Exact: false),
            }
    );

    [Fact]
    public async Task Every_answer_is_that_of_looking_at_every_text()
    {
        await using var index = Open();
        var texts = PlainTexts();
        index.Add([.. texts.Select(pair => Make(pair.Text.Number, pair.Bytes))], default);
        Tree(3)
            .Sample(
                query =>
                {
                    var asked = query.Print();
                    var expected = texts.Select(pair => pair.Text).Where(query.Holds).Select(text => text.Number).ToList();
                    Assert.Equal(
                        (asked, string.Join(' ', expected)),
                        (asked, string.Join(' ', Find(index, asked, ReadingScope.All).Order()))
                    );
                    Assert.Equal(expected.Count, index.Count(Parse(asked), ReadingScope.All, after: null, 1000));
                },
                iter: 400,
                threads: 1
            );
    }

    [Fact]
    public async Task Facets_and_months_count_what_is_found()
    {
        await using var index = Open();
        var texts = PlainTexts();
        index.Add([.. texts.Select(pair => Make(pair.Text.Number, pair.Bytes))], default);
        foreach (var reader in new[] { Level.Secret, Level.Confidential, Level.Unclassified })
        {
            var rank = reader.Rank();
            foreach (var word in Plain)
            {
                var found = texts
                    .Select(pair => pair.Text)
                    .Where(text => text.Words.Contains(word) && Levels.TryParse(text.Level, out var level) && level.Rank() <= rank)
                    .ToList();
                var answer = index.Facets(Parse(word), Samples.Scope(reader), default);

                Assert.Equal(new Total(found.Count, Exact: true), answer.Total);
                Assert.Equal(
                    found.CountBy(text => text.Level.ToUpperInvariant()).ToDictionary(pair => pair.Key, pair => (long)pair.Value),
                    answer.Facets[FacetKind.Level].ToDictionary(count => count.Value, count => count.Count)
                );
                Assert.Equal(found.Count, answer.Months.Sum(month => month.Value));
                Assert.All(answer.Months, month => Assert.Equal("2026-03", month.Key));
                Assert.Equal(found.Count, answer.Facets[FacetKind.Tag].FirstOrDefault(tag => tag.Value == "MASS")?.Count ?? 0);
            }
        }
    }

    private static Gen<PlainQuery> Tree(int depth) =>
        depth == 0
            ? Leaf
            : Gen.Select(
                Gen.Int[0, 5],
                Leaf,
                Tree(depth - 1),
                Tree(depth - 1),
                (kind, leaf, one, other) =>
                    kind switch
                    {
                        0 => new PlainQuery.All(one, other),
                        1 => new PlainQuery.Any(one, other),
                        2 => new PlainQuery.Not(one),
                        _ => leaf,
                    }
            );

    private static List<(PlainText Text, byte[] Bytes)> PlainTexts()
    {
        var texts = new List<(PlainText, byte[])>();
        var sent = new List<(PlainText Text, bool Asks, int AnswersTo)>();
        var dice = new Random(7);
        for (var number = 1; number <= 60; number++)
        {
            string Words(int most) => string.Join(' ', Enumerable.Range(0, dice.Next(1, most)).Select(_ => Plain[dice.Next(Plain.Length)]));
            var level = PlainLevels[dice.Next(3)];
            var subject = Words(3).ToUpperInvariant();
            var day = 1 + dice.Next(7);
            var (asks, answersTo) = (dice.Next(3) == 0, dice.Next(3) == 0 ? 1 + dice.Next(60) : 0);
            var text = $"""
                R {day:00}1200Z MAR 26
                {(answersTo == 0 ? "FM LEGATION NORTHPORT\nTO MINFOR HOMECITY" : "FM MINFOR HOMECITY\nTO LEGATION NORTHPORT")}
                BT
                {(level == "unclassified" ? "UNCLAS" : level.ToUpperInvariant())} NORTHPORT {number:000000}

                E.O. 13526: N/A
                TAGS: MASS, PREL
                SUBJECT: {subject}
                {(answersTo == 0 ? "" : $"REF: NORTHPORT {answersTo}\n")}
                1. {(asks ? "ACTION REQUEST: " : "")}{Words(9).ToUpperInvariant()}.

                2. {Words(9).ToUpperInvariant()}.
                BT

                """;
            var plain = new PlainText(number, PlainText.Cut(text), PlainText.Cut(subject), level, day);
            texts.Add((plain, Encoding.ASCII.GetBytes(text)));
            sent.Add((plain, asks, answersTo));
        }
        // The ministry alone answers; what it asks of the legation stays open.
        foreach (var (plain, asks, answersTo) in sent)
        {
            plain.IsUnanswered =
                asks && (answersTo != 0 || !sent.Exists(other => other.AnswersTo == plain.Number && other.Text.Day >= plain.Day));
        }
        return texts;
    }
}
