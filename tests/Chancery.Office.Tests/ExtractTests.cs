using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;
using CsCheck;

namespace Chancery.Office.Tests;

public sealed class ExtractTests
{
    private static readonly RightsSettings Offered = new() { Portions = true };

    [Fact]
    public void Portions_marked_for_the_reader_are_shown_and_the_others_only_by_number()
    {
        var extract = Of(
            Level.Unclassified,
            null,
            "(U)",
            "1. (U) OPEN WORDS.",
            "2. (C) CLOSED WORDS.",
            "3. UNMARKED WORDS.",
            "4. (U) LAST WORDS."
        )!;

        Assert.Equal(["1", "4"], extract.Message.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal([new WithheldParagraph("2", 1), new WithheldParagraph("3", 1)], extract.Withheld);
        Assert.Equal("EXERCISE FUEL", extract.Row.Subject!.Text);
        Assert.Equal(Level.Unclassified, extract.Row.Level);
        Assert.Equal("extract of a SECRET message", extract.Row.EffectiveLevel.Source);
        Assert.True(extract.Row.IsExtract);
        var said = Said(extract);
        Assert.DoesNotContain("CLOSED", said, StringComparison.Ordinal);
        Assert.DoesNotContain("UNMARKED", said, StringComparison.Ordinal);
    }

    [Theory]
    // RD-4: subject, TAGS, addresses, number and date-time group go with the subject's mark.
    [InlineData("(S)")]
    [InlineData("")]
    public void Where_the_subject_is_closed_so_is_all_that_names_the_message(string mark)
    {
        var said = Said(Of(Level.Unclassified, null, mark, "1. (U) OPEN WORDS.", "2. (C) CLOSED.")!);

        foreach (var word in new[] { "FUEL", "NORTHPORT", "HOMECITY", "EASTPORT", "MASS", "021200Z", "NORTHPORT 12" })
        {
            Assert.DoesNotContain(word, said, StringComparison.Ordinal);
        }
        Assert.Contains("OPEN WORDS", said, StringComparison.Ordinal);
    }

    [Theory]
    // RD-12: what is inserted or quoted brings its own marks.
    [InlineData("1. (U) HE WROTE: (S) THE FLEET SAILS.")]
    [InlineData("1. (U) BEGIN TEXT S E C R E T THE FLEET SAILS END TEXT.")]
    [InlineData("1. (U) THE FLEET SAILS, THIS IS CONFIDENTIAL.")]
    [InlineData("1. (U) INSERTED: (S/NF) THE FLEET SAILS.")]
    [InlineData("1. (U) NODIS THE FLEET SAILS.")]
    // A mark that was read from damage counts as the higher.
    [InlineData("1. (U/S) THE FLEET SAILS.")]
    public void A_mark_inside_closes_the_portion_around_it(string paragraph)
    {
        var extract = Of(Level.Unclassified, null, "(U)", paragraph, "2. (U) LAST.")!;

        Assert.DoesNotContain("SAILS", Said(extract), StringComparison.Ordinal);
        Assert.Equal("LAST.", extract.Message.Paragraphs.Single().Text.Trim());
    }

    [Theory]
    [InlineData("US", "1 2 3")]
    [InlineData("GBR", "1 3")]
    [InlineData("FRA", "1")]
    [InlineData(null, "1")]
    public void Caveats_of_portions_go_by_nationality(string? nationality, string shown)
    {
        var extract = Of(
            Level.Confidential,
            nationality,
            "(U)",
            "1. (C) ALL.",
            "2. (C/NF) OURS.",
            "3. (C//REL TO USA, GBR) BOTH.",
            "4. (S) NONE."
        )!;

        Assert.Equal(shown, string.Join(' ', extract.Message.Paragraphs.Select(paragraph => paragraph.Number)));
    }

    [Theory]
    [InlineData("NODIS", Reading.None)]
    [InlineData("LIMDIS", Reading.None)]
    [InlineData("SIPDIS", Reading.Portions)]
    public void Under_a_restrictive_caption_there_is_no_extract(string caption, Reading reading)
    {
        var message = Read(caption, "(U)", "1. (U) OPEN.", "2. (S) CLOSED.");
        var protection = Protection.Of(message, message.EffectiveLevel.Level!.Value, Offered);

        Assert.Equal(reading, ReadingRights.Look(ReaderOf(Level.Unclassified, "US"), protection).Reading);
    }

    [Fact]
    public void Nothing_is_offered_where_the_installation_does_not_allow_it()
    {
        var message = Read("", "(U)", "1. (U) OPEN.", "2. (S) CLOSED.");
        var reader = ReaderOf(Level.Unclassified, "US");

        Assert.Equal(Protection.OfRank(4), Protection.Of(message, Level.Secret, RightsSettings.Default));
        var protection = Protection.Of(message, Level.Secret, Offered);
        Assert.Equal(Reading.Portions, ReadingRights.Look(reader, protection).Reading);
        Assert.Equal(Reading.None, ReadingRights.Look(reader with { Rules = RightsSettings.Default }, protection).Reading);
        Assert.Equal(Reading.None, ReadingRights.Look(reader with { Roles = Roles.Sender }, protection).Reading);
        Assert.Equal(Reading.None, ReadingRights.Look(reader, protection with { IsQuarantined = true }).Reading);
    }

    [Fact]
    public void Who_may_pass_a_caption_or_a_quarantine_gets_no_extract_below_the_level_either()
    {
        var protection = Protection.OfRank(4) with { Portions = [new PortionNeed(0, [])] };
        var named = ReaderOf(Level.Unclassified, "US") with { Accesses = ["NODIS"], Offices = ["POL"] };
        var officer = ReaderOf(Level.Unclassified, "US") with { Roles = Roles.SecurityOfficer };

        Assert.Equal(Reading.Portions, ReadingRights.Look(named, protection).Reading);
        Assert.Equal(Reading.None, ReadingRights.Look(named, protection with { Captions = ["NODIS"], Distribution = ["POL"] }).Reading);
        Assert.Equal(Reading.None, ReadingRights.Look(officer, protection with { IsQuarantined = true }).Reading);
    }

    [Fact]
    public void An_extract_is_the_same_whatever_stands_in_what_is_withheld() =>
        Gen.Select(Gen.String[Gen.Char["ABCDE FGH.\n-/"], 0, 200], Gen.String[Gen.Char["ABCDE FGH.\n-/"], 0, 200])
            .Sample(
                (one, other) =>
                    Said(Of(Level.Unclassified, null, "(U)", "1. (U) OPEN WORDS.", $"2. (S) X {Flat(one)}", "3. (U) LAST.")!)
                    == Said(Of(Level.Unclassified, null, "(U)", "1. (U) OPEN WORDS.", $"2. (S) X {Flat(other)}", "3. (U) LAST.")!),
                iter: 200
            );

    [Fact]
    public void The_index_holds_of_each_extract_what_its_readers_see_and_nothing_else()
    {
        var message = Read("", "(C)", "1. (U) OPENWORD.", "2. (C) MIDDLEWORD.", "3. (S) CLOSEDWORD.");
        var protection = Protection.Of(message, Level.Secret, Offered);
        var row = MessageRow.Of(message, default, DateTimeOffset.UnixEpoch, new Origin("http", "op"), filing: false, Level.Secret) with
        {
            Protection = protection,
        };
        var made = new IndexTerms().Make(new StoredMessage(1, row, message.Raw), message);

        var views = made.Views.Select(view => Encoding.UTF8.GetString(view.Terms.Span)).ToList();
        Assert.Equal(3, views.Count);
        Assert.All(new[] { "openword", "middleword", "closedword", "s:fuel", "w:" }, word => Assert.Contains($" {word} ", $" {views[0]} "));
        var open = views.Single(view => !view.Contains("middleword", StringComparison.Ordinal));
        Assert.DoesNotContain("closedword", string.Concat(views[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain("fuel", open, StringComparison.Ordinal);
        Assert.DoesNotContain("northport", open, StringComparison.Ordinal);
        Assert.DoesNotContain(" w: ", open, StringComparison.Ordinal);
        var confidential = ReadingRights.Look(ReaderOf(Level.Confidential, null), protection);
        Assert.Single(views, view => view.Contains($"j:{protection.Token}:{confidential.Open} ", StringComparison.Ordinal));
    }

    private static string Flat(string text) => text.ReplaceLineEndings(" ");

    private static Extract? Of(Level level, string? nationality, string mark, params string[] paragraphs)
    {
        var message = Read("", mark, paragraphs);
        var row = MessageRow.Of(message, default, DateTimeOffset.UnixEpoch, new Origin("import", "fuel.txt"), filing: true, Level.Secret);
        return Extract.Of(row, message, ReaderOf(level, nationality));
    }

    private static Reader ReaderOf(Level level, string? nationality) =>
        new()
        {
            Name = "kim",
            Level = level,
            Nationality = nationality,
            Roles = Roles.Reader,
            Rules = Offered,
        };

    private static Message Read(string caption, string mark, params string[] paragraphs) =>
        new MessageReader().Read(
            Encoding.ASCII.GetBytes(
                $"""
                RR RVEHAA
                DE RVEHBB #0012 0611200
                ZNY SSSSS ZZH
                R 021200Z MAR 26
                FM LEGATION NORTHPORT
                TO RVEHAA/MINFOR HOMECITY
                INFO RVEHCC/LEGATION EASTPORT
                BT
                S E C R E T NORTHPORT 000012

                {caption}
                E.O. 13526: DECL: 03/02/2030
                TAGS: MASS, PREL
                SUBJECT: {mark} EXERCISE FUEL
                REF: EASTPORT 7

                {string.Join("\n\n", paragraphs)}

                GRANT
                BT
                #0012
                NNNN

                """
            )
        );

    /// <summary>Everything that any answer could say of an extract.</summary>
    private static string Said(Extract extract)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            MessageJson.WriteMembers(writer, extract.Message);
            RowJson.Write(writer, extract.Row);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + string.Join(',', extract.Withheld) + IndexTerms.ExtractWords(extract.Message);
    }
}
