using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using CsCheck;

namespace Chancery.Exercise.Tests;

public sealed class TrafficTests
{
    private static readonly Lazy<ExerciseMessage[]> Clean = new(() =>
        [.. ExerciseTraffic.Generate(new ExerciseOptions { Seed = 5, Count = 3000 })]
    );

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_truth()
    {
        Gen.ULong.Select(Gen.Int[0, 120])
            .Sample(
                (seed, count) =>
                {
                    var options = new ExerciseOptions
                    {
                        Seed = seed,
                        Count = count,
                        Damage = 0.2,
                    };
                    var first = ExerciseTraffic.Generate(options).ToList();
                    var second = ExerciseTraffic.Generate(options).ToList();
                    Assert.Equal(count, first.Count);
                    Assert.All(first.Zip(second), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
                    Assert.Equal(first.Select(m => m.Note), second.Select(m => m.Note));
                    Assert.Equal(first.Select(Truth.Text), second.Select(Truth.Text));
                },
                iter: 20
            );
    }

    [Fact]
    public void Another_seed_gives_other_bytes() =>
        Assert.NotEqual(Digest(new ExerciseOptions { Seed = 1, Count = 50 }), Digest(new ExerciseOptions { Seed = 2, Count = 50 }));

    [Fact]
    public void The_bytes_of_a_seed_do_not_change_from_machine_to_machine()
    {
        // Whoever changes the traffic on purpose writes the new digest here.
        Assert.Equal(
            PinnedDigest,
            Digest(
                new ExerciseOptions
                {
                    Seed = 1,
                    Count = 500,
                    Damage = 0.1,
                }
            )
        );
    }

    private const string PinnedDigest = "832a08a802ae5d36d37fb3d8fcc5aa62c741ff3bee8e3bf98af989c923d0c372";

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, -0.1)]
    [InlineData(1, 1, 1.1)]
    [InlineData(1, 1, double.NaN)]
    public void Impossible_wishes_are_refused(int count, int days, double damage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ExerciseTraffic.Generate(
                new ExerciseOptions
                {
                    Count = count,
                    Days = days,
                    Damage = damage,
                }
            )
        );

    [Fact]
    public void No_line_is_wider_than_69_columns() =>
        Assert.All(Clean.Value, message => Assert.All(Lines(message), line => Assert.InRange(line.Length, 0, 69)));

    [Fact]
    public void Every_message_says_that_it_is_an_exercise() =>
        Assert.All(Clean.Value, message => Assert.Contains("EXERCISE", Words(message)));

    [Fact]
    public void Names_of_files_sort_in_the_order_of_the_traffic()
    {
        var names = Clean.Value.Select(m => m.FileName).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Messages_are_released_in_order_within_the_days_asked_for()
    {
        var times = Clean.Value.Where(m => m.Note.Copy is null).Select(m => m.Truth.Dtg!.Utc!.Value).ToList();
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[0], At(2026, 1, 5), At(2026, 1, 6));
        Assert.InRange(times[^1], At(2026, 2, 1), At(2026, 2, 2));
    }

    [Fact]
    public void Numbers_of_a_post_are_consecutive_but_for_a_few_gaps()
    {
        var gaps = 0;
        var steps = 0;
        foreach (var post in Clean.Value.Where(m => m.Truth.Mrn is not null).GroupBy(m => m.Truth.Mrn!.Post))
        {
            var numbers = post.Select(m => m.Truth.Mrn!.Number).Distinct().ToList();
            Assert.Equal(numbers.Order(), numbers.Order().Distinct());
            foreach (var (before, after) in numbers.Order().Zip(numbers.Order().Skip(1)))
            {
                steps++;
                gaps += after == before + 1 ? 0 : 1;
                Assert.InRange(after - before, 1, 6);
            }
        }
        Assert.InRange(gaps, 1, steps / 20);
    }

    [Fact]
    public void A_number_names_one_message_but_for_its_copies_and_sections()
    {
        var originals = Clean.Value.Where(m => m.Note.Copy is null && m.Truth.Mrn is not null);
        foreach (var group in originals.GroupBy(m => m.Truth.Mrn!.Canonical))
        {
            Assert.Equal(group.Count(), group.Select(m => m.Truth.Section?.Number ?? 0).Distinct().Count());
        }
    }

    [Fact]
    public void Every_section_of_a_cut_message_is_there()
    {
        var cut = Clean.Value.SkipLast(20).Where(m => m.Truth.Section is not null).GroupBy(m => m.Truth.Mrn!.Canonical).ToList();
        Assert.NotEmpty(cut);
        Assert.All(cut, sections => Assert.Equal(Enumerable.Range(1, sections.First().Truth.Section!.Of!.Value), Sections(sections)));
        static IEnumerable<int> Sections(IEnumerable<ExerciseMessage> messages) =>
            messages.Select(m => m.Truth.Section!.Number!.Value).Distinct();
    }

    [Fact]
    public void All_forms_levels_precedences_and_captions_occur()
    {
        var truths = Clean.Value.Select(m => m.Truth).ToList();
        Assert.Equal(
            [Profile.Reading, Profile.State, Profile.Acp127Us, Profile.Acp127, Profile.Acp128],
            truths.Select(t => t.Profile).Distinct().Order()
        );
        // Nobody sends telegrams of 1970 any more: they come from archives.
        Assert.Equal(Enum.GetValues<TextFamily>().Except([TextFamily.Nara1970]).ToHashSet(), truths.Select(t => t.Family).ToHashSet());
        Assert.Superset(
            new HashSet<Level>(Levels.All.ToArray().Except([Level.Fouo])),
            truths.Select(t => t.Classification!.Level).ToHashSet()
        );
        Assert.Superset(
            new HashSet<Precedence?> { Precedence.Routine, Precedence.Priority, Precedence.Immediate, Precedence.Flash },
            truths.Select(t => t.Precedence.Action).ToHashSet()
        );
        Assert.Superset(
            new HashSet<string> { "NODIS", "EXDIS", "LIMDIS", "STADIS", "NOFORN", "SENSITIVE", "SIPDIS", "CORRECTED COPY" },
            truths.SelectMany(t => t.Captions).ToHashSet()
        );
        Assert.Superset(
            new HashSet<TagKind> { TagKind.Subject, TagKind.Geo, TagKind.Organization, TagKind.Program, TagKind.Person },
            truths.SelectMany(t => t.Tags).Select(t => t.Kind).ToHashSet()
        );
    }

    [Fact]
    public void FLASH_is_rare() => Assert.InRange(Clean.Value.Count(m => m.Truth.Precedence.Action == Precedence.Flash), 1, 60);

    [Fact]
    public void Texts_are_as_long_as_in_life()
    {
        var lengths = Clean.Value.Select(m => m.Bytes.Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1500, 2500);
        Assert.Contains(lengths, length => length > 10_000);
        Assert.True(lengths[^1] < 70_000);
    }

    [Fact]
    public void The_vocabulary_is_worth_searching()
    {
        var counts = Clean
            .Value.SelectMany(m => Words(m).Split([' ', '\r', '\n', '.', ',', '/', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.All(char.IsAsciiLetter))
            .CountBy(word => word)
            .Select(pair => pair.Value)
            .OrderDescending()
            .ToList();
        Assert.True(counts.Count > 3000, $"{counts.Count} words");
        Assert.True(counts[0] > 5 * counts[20] && counts[20] > 5 * counts[800], "frequent words are far more frequent than the others");
    }

    [Fact]
    public void Copies_name_the_message_they_copy()
    {
        var byName = Clean.Value.ToDictionary(m => m.FileName);
        var copies = Clean.Value.Where(m => m.Note.Copy is not null).ToList();
        Assert.Equal(["corrected", "duplicate", "repetition"], copies.Select(m => m.Note.Copy!).Distinct().Order(StringComparer.Ordinal));
        foreach (var copy in copies)
        {
            var original = byName[copy.Note.CopyOf!];
            Assert.Equal(original.Truth.MessageIdentity, copy.Truth.MessageIdentity);
            Assert.Equal(copy.Note.Copy == "duplicate", original.Bytes.AsSpan().SequenceEqual(copy.Bytes));
        }
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static string Words(ExerciseMessage message) => Encoding.ASCII.GetString(message.Bytes).ToUpperInvariant();

    private static string[] Lines(ExerciseMessage message) =>
        Encoding.ASCII.GetString(message.Bytes).Replace("\r", "", StringComparison.Ordinal).Split('\n');

    private static string Digest(ExerciseOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in ExerciseTraffic.Generate(options))
        {
            hash.AppendData(message.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
