using System.Collections.Immutable;
using System.Text;
using CsCheck;

namespace Chancery.Messages.Tests.Sections;

public sealed class ReassemblyTests
{
    private const string First = """
        VZCZCQQA017
        RR RVEHAA
        DE RVEHBB #0417/01 0321200
        ZNY CCCCC
        R 011200Z FEB 24
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT
        C O N F I D E N T I A L SECTION 01 OF 03 NORTHPORT 000417

        SIPDIS

        E.O. 13526: DECL: 02/01/2034
        TAGS: MASS, PREL
        SUBJECT: EXERCISE: RETURN OF STORES
        REF: NORTHPORT 401

        1. (C) EXERCISE. THE FIRST PARAGRAPH IS WHOLE.

        2. (C) EXERCISE. THE SECOND GOES ON IN THE NEXT
        BT
        #0417
        NNNN

        """;

    private const string Second = """
        VZCZCQQA018
        RR RVEHAA
        DE RVEHBB #0417/02 0321200
        ZNY CCCCC
        R 011200Z FEB 24
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT
        C O N F I D E N T I A L SECTION 02 OF 03 NORTHPORT 000417

        SIPDIS
        NOFORN

        E.O. 13526: DECL: 02/01/2034
        TAGS: MASS, PGOV
        SUBJECT: EXERCISE: RETURN OF STORES

        SECTION AND ENDS THERE.

        3. (C) EXERCISE. THE THIRD IS WHOLE.
        BT
        #0417
        NNNN

        """;

    private const string Third = """
        VZCZCQQA019
        RR RVEHAA
        DE RVEHBB #0417/03 0321200
        ZNY CCCCC
        R 011201Z FEB 24
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT
        C O N F I D E N T I A L FINAL SECTION OF 03 NORTHPORT 000417

        SIPDIS

        E.O. 13526: DECL: 02/01/2034
        TAGS: MASS, PREL
        SUBJECT: EXERCISE: RETURN OF STORES

        4. (C) EXERCISE. THE LAST.

        GRANT
        BT
        #0417
        NNNN

        """;

    private const string NavalFirst = """
        UNCLASSIFIED//
        R 041441Z SEP 18
        FM HARBOUR BOARD NORTHPORT
        TO ALLPORTS
        BT
        UNCLAS SECTION 1 OF 2
        MSGID/GENADMIN/HARBOUR BOARD/N1/SEP//
        SUBJ/EXERCISE BUOYS//
        RMKS/1.  EXERCISE. BUOY SEVEN IS BACK.
        2.  EXERCISE. THE LINE GOES
        BT
        #0001
        NNNN

        """;

    private const string NavalFinal = """
        UNCLASSIFIED//
        R 041441Z SEP 18
        FM HARBOUR BOARD NORTHPORT
        TO ALLPORTS
        BT
        UNCLAS FINAL SECTION OF 2
        SUBJ/EXERCISE BUOYS//
        ON HERE.
        3.  EXERCISE. ALL IS WELL.//
        BT
        #0001
        NNNN

        """;

    private static readonly MessageReader Reader = new();

    [Fact]
    public void Sections_in_any_order_become_one_reading()
    {
        foreach (var order in new[] { First + Second + Third, Third + First + Second, Second + Third + First })
        {
            var joined = Assert.Single(Join(order));
            var whole = joined.Whole;

            Assert.Equal((3, 3), (joined.Of, joined.Sections.Length));
            Assert.Empty(joined.Missing);
            Assert.Null(whole.Section);
            Assert.Equal("24NORTHPORT417", whole.Mrn!.Canonical);
            Assert.Equal(["1", "2", "3", "4"], whole.Paragraphs.Select(p => p.Number));
            Assert.Equal("EXERCISE. THE SECOND GOES ON IN THE NEXT SECTION AND ENDS THERE.", whole.Paragraphs[1].Text);
            Assert.Equal(["MASS", "PREL", "PGOV"], whole.Tags.Select(tag => tag.Code));
            Assert.Equal(["SIPDIS", "NOFORN"], whole.Captions);
            Assert.Equal("EXERCISE: RETURN OF STORES", whole.Subject!.Text);
            Assert.Equal("GRANT", whole.Signature);
            Assert.Equal(Level.Confidential, whole.EffectiveLevel.Level);
            Assert.DoesNotContain(whole.Findings, finding => finding.Id is "MS-1" or "MS-3" or "PA-8");
        }
    }

    [Fact]
    public void Each_section_stays_addressable_by_its_place_in_the_whole()
    {
        var joined = Assert.Single(Join(First + Second + Third));

        Assert.Equal([1, 2, 3], joined.Sections.Select(section => section.Number));
        var raw = joined.Whole.Raw.Span;
        Assert.StartsWith("VZCZCQQA017", Text(raw, joined.Sections[0].Span), StringComparison.Ordinal);
        Assert.Equal("SECTION AND ENDS THERE.\n\n3. (C) EXERCISE. THE THIRD IS WHOLE.", Text(raw, joined.Sections[1].Span));
        Assert.EndsWith("NNNN\n", Text(raw, joined.Sections[2].Span), StringComparison.Ordinal);
        Assert.Equal(First, Encoding.UTF8.GetString(joined.Sections[0].Message.Raw.Span));
    }

    [Fact]
    public void A_missing_section_is_named_and_what_is_there_is_shown()
    {
        var joined = Assert.Single(Join(First + Third));

        Assert.Equal([2], joined.Missing);
        var finding = Assert.Single(joined.Whole.Findings, f => f.Id == "MS-3");
        Assert.Equal("Section 2 of 3 is not there.", finding.Message);
        Assert.Equal(["1", "2", "4"], joined.Whole.Paragraphs.Select(p => p.Number));

        var without = Assert.Single(Join(First + Second));
        Assert.Null(without.Whole.Signature);
    }

    [Fact]
    public void Of_several_copies_the_corrected_one_is_taken_then_the_repetition_then_the_one_with_fewer_findings()
    {
        var corrected = Second.Replace("R 011200Z FEB 24", "R 011200Z FEB 24 ZDS", StringComparison.Ordinal);
        var repeated = Second.Replace("ZNY CCCCC", "ZNY CCCCC ZDK", StringComparison.Ordinal);
        var garbled = Second.Replace("NNNN", "NNN", StringComparison.Ordinal);

        Assert.Contains("ZDS", Taken(First + corrected + Second + Third), StringComparison.Ordinal);
        Assert.Contains("ZDK", Taken(First + repeated + Second + Third), StringComparison.Ordinal);
        Assert.Contains("\nNNNN", Taken(First + garbled + Second + Third), StringComparison.Ordinal);
        Assert.Contains("\nNNNN", Taken(First + Second + garbled + Third), StringComparison.Ordinal);
        Assert.Single(Assert.Single(Join(First + Second + garbled + Third)).Superseded);
    }

    [Fact]
    public void Sections_of_different_days_or_levels_are_told()
    {
        var late = Second.Replace("R 011200Z", "R 021200Z", StringComparison.Ordinal);
        var higher = Third.Replace("C O N F I D E N T I A L", "S E C R E T", StringComparison.Ordinal);

        Assert.Contains(Assert.Single(Join(First + late + Third)).Whole.Findings, f => f.Id == "MS-1");
        var joined = Assert.Single(Join(First + Second + higher));
        Assert.Contains(joined.Whole.Findings, f => f.Id == "TX-517");
        Assert.Equal(Level.Secret, joined.Whole.EffectiveLevel.Level);
    }

    [Fact]
    public void A_line_that_stands_at_both_ends_of_a_cut_is_kept_once()
    {
        var repeating = Second.Replace(
            "SECTION AND ENDS THERE.",
            "2. (C) EXERCISE. THE SECOND GOES ON IN THE NEXT\nSECTION AND ENDS THERE.",
            StringComparison.Ordinal
        );

        Assert.Equal(
            "EXERCISE. THE SECOND GOES ON IN THE NEXT SECTION AND ENDS THERE.",
            Assert.Single(Join(First + repeating + Third)).Whole.Paragraphs[1].Text
        );
    }

    [Fact]
    public void Naval_sections_are_known_by_originator_and_date_time_group()
    {
        var joined = Assert.Single(Join(NavalFinal + NavalFirst));

        Assert.Equal(["MSGID", "SUBJ", "RMKS"], joined.Whole.Sets.Select(set => set.Id));
        Assert.Equal(["1", "2", "3"], joined.Whole.Paragraphs.Select(p => p.Number));
        Assert.Equal("EXERCISE. THE LINE GOES ON HERE.", joined.Whole.Paragraphs[1].Text);
    }

    [Theory]
    [InlineData("SECTION 04 OF 03")]
    [InlineData("SECTION 00 OF 03")]
    [InlineData("FINAL SECTION 02 OF 03")]
    public void A_number_outside_the_total_is_told_and_joins_nothing(string mark)
    {
        var message = Sample.Read(First.Replace("SECTION 01 OF 03", mark, StringComparison.Ordinal));

        Assert.Contains(message.Findings, finding => finding.Id == "MS-2");
        Assert.DoesNotContain(Sample.Read(First).Findings, finding => finding.Id == "MS-2");
    }

    [Fact]
    public void Whole_messages_and_sections_of_one_join_nothing()
    {
        Assert.Empty(Join(Sample.UnitedStates));
        Assert.Empty(Join(First.Replace("01 OF 03", "01 OF 01", StringComparison.Ordinal)));
    }

    [Fact]
    public void Joining_never_throws_and_places_tile_what_is_joined() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 60], Gen.Int[0, 5])
            .Select(change => change)
            .List[0, 6]
            .Sample(
                changes =>
                {
                    var text = First + NavalFirst + Second + NavalFinal + Third + Second;
                    foreach (var (where, length, kind) in changes)
                    {
                        var at = where % text.Length;
                        var most = Math.Min(length, text.Length - at);
                        text = kind < 3 ? text.Remove(at, most) : text.Insert(at, text.Substring(at, most));
                    }
                    foreach (var joined in Join(text))
                    {
                        Assert.Equal(joined.Of, joined.Sections.Length + joined.Missing.Length);
                        var at = 0;
                        foreach (var section in joined.Sections)
                        {
                            Assert.InRange(section.Span.Start - at, 0, 1);
                            at = section.Span.End;
                        }
                        Assert.Equal(joined.Whole.Raw.Length, at);
                    }
                },
                iter: 500
            );

    private static string Taken(string text) => Encoding.UTF8.GetString(Assert.Single(Join(text)).Sections[1].Message.Raw.Span);

    private static string Text(ReadOnlySpan<byte> raw, TextSpan span) => Encoding.UTF8.GetString(raw.Slice(span.Start, span.Length));

    private static ImmutableArray<SectionedMessage> Join(string text) => new Reassembly(Reader).Join(Reader.ReadAll(Sample.Bytes(text)));
}
