using System.Text;

namespace Chancery.Messages.Tests.Repairs;

public sealed class FixTests
{
    /// <summary>What is wrong, where it stands, what the safe fix makes of it.</summary>
    [Theory]
    [InlineData("TX-113", "\nNNNN", "\nNNN", "\nNNNN")]
    [InlineData("TX-120", "RR RVEHAA", "RR   RVEHAA", "RR RVEHAA")]
    [InlineData("TX-120", "TO RVEHAA", "TO \tRVEHAA", "TO RVEHAA")]
    [InlineData("CL-2", "C O N F I D E N T I A L", "CONFIDENTIAL", "C O N F I D E N T I A L")]
    [InlineData("TX-520", "C O N F I D E N T I A L", "TOP SECRET", "T O P  S E C R E T")]
    [InlineData("MR-5", "NORTHPORT 000417", "NORTHPORT 417", "NORTHPORT 000417")]
    [InlineData("MR-11", "NORTHPORT 000417", "NORTHPORT-000417", "NORTHPORT 000417")]
    [InlineData("MR-11", "NORTHPORT 000417", "NORTHPORT  000417", "NORTHPORT 000417")]
    [InlineData("PA-4", "1. (C) ", "1. C) ", "1. (C) ")]
    [InlineData("PA-4", "1. (C) ", "1. (c)) ", "1. (C) ")]
    [InlineData("PA-4", "1. (C) ", "1. ( C ) ", "1. (C) ")]
    [InlineData("PA-4", "1. (C) ", "1. (C ", "1. (C) ")]
    [InlineData("SJ-3", "SUBJECT: (U) EX", "SUBJECT:\n\n(U) EX", "SUBJECT: (U) EX")]
    [InlineData("SJ-4", "STORES\nREF:", "STORESREF:", "STORES\nREF:")]
    [InlineData("TG-2", "MASS, PREL", "MASS; PREL", "MASS, PREL")]
    [InlineData("TG-2", "MASS, PREL", "MASS, PREL.", "MASS, PREL")]
    [InlineData("TG-2", "MASS, PREL", "MASS;\tPREL;", "MASS, PREL")]
    [InlineData("TG-6", "MASS, PREL", "MASSPREL", "MASS, PREL")]
    public void A_safe_fix_makes_the_finding_go_away_and_leaves_all_else(string id, string right, string wrong, string mended)
    {
        Assert.Contains(right, SoundTelegram.Text, StringComparison.Ordinal);
        var text = SoundTelegram.Text.Replace(right, wrong, StringComparison.Ordinal);
        var finding = Assert.Single(Sample.Read(text).Findings, f => f.Id == id);

        Assert.True(finding.Fix is { IsSafe: true });
        var fixedText = Encoding.UTF8.GetString(MessageFixer.Apply(Sample.Bytes(text), finding.Fix.Edits));
        Assert.Equal(SoundTelegram.Text.Replace(right, mended, StringComparison.Ordinal), fixedText);
        Assert.DoesNotContain(Sample.Read(fixedText).Findings, f => f.Id == id);
    }

    /// <summary>Content that a person has to decide on.</summary>
    [Theory]
    [InlineData("TX-201", "\n#0417", "\n#0418", "\n#0417")]
    [InlineData("TX-202", "\n#0417\n", "\n", "\n#0417\n")]
    [InlineData("TX-301", "RR RVEHAA", "RP RVEHAA", "RR RVEHAA")]
    [InlineData("TX-501", "ZNY CCCCC", "ZNY CCCSC", "ZNY CCCCC")]
    [InlineData("TG-8", "PREL", "PGOV, MOPPS", "PGOV, MOPS")]
    public void What_is_likely_but_not_certain_is_proposed_and_never_applied(string id, string right, string wrong, string mended)
    {
        Assert.Contains(right, SoundTelegram.Text, StringComparison.Ordinal);
        var text = SoundTelegram.Text.Replace(right, wrong, StringComparison.Ordinal);
        var finding = Assert.Single(Sample.Read(text).Findings, f => f.Id == id);

        Assert.True(finding.Fix is { IsSafe: false });
        var proposed = Encoding.UTF8.GetString(MessageFixer.Apply(Sample.Bytes(text), finding.Fix.Edits));
        Assert.Equal(SoundTelegram.Text.Replace(right, mended, StringComparison.Ordinal), proposed);
        Assert.DoesNotContain(Sample.Read(proposed).Findings, f => f.Id == id);
        Assert.Equal(text, Encoding.UTF8.GetString(new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text)).Bytes.Span));
    }

    [Theory]
    [InlineData("EASTPRT", "LEGATION EASTPORT")]
    [InlineData("EASXTPORT", "LEGATION EASTPORT")]
    [InlineData("EATSPORT", null)]
    [InlineData("PORT", null)]
    [InlineData("SOUTHPORT TWQ", null)]
    public void An_address_with_one_letter_wrong_is_proposed_where_only_one_fits(string printed, string? proposed)
    {
        var directory = StationDirectory.Parse(
            """
            ri,name,kind,post
            RVEHAB,LEGATION EASTPORT,embassy,EASTPORT
            RVEHAC,LEGATION SOUTHPORT TWO,embassy,
            RVEHAD,LEGATION SOUTHPORT TWA,embassy,
            RVEHBB,LEGATION NORTHPORT,embassy,NORTHPORT
            """
        );
        var text = Sample.UnitedStates.Replace("LEGATION EASTPORT", $"LEGATION {printed}", StringComparison.Ordinal);
        Assert.NotEqual(Sample.UnitedStates, text);
        var reader = new MessageReader(new ReaderOptions { Directory = directory });

        var finding = Assert.Single(
            reader.Read(Sample.Bytes(text)).Findings,
            f => f.Id == "TX-406" && f.Message.Contains($"LEGATION {printed} is", StringComparison.Ordinal)
        );

        Assert.Equal(proposed is null ? null : $"Write {proposed}", finding.Fix?.Title);
        if (finding.Fix is { } fix)
        {
            Assert.False(fix.IsSafe);
            Assert.Equal(Sample.UnitedStates, Encoding.UTF8.GetString(MessageFixer.Apply(Sample.Bytes(text), fix.Edits)));
        }
    }

    [Theory]
    [InlineData("R 011200Z FEB 24", "R PQQWPPZ FEB 24")]
    [InlineData("R 011200Z FEB 24", "R 0112PPZ FEB 24")]
    [InlineData("DE RVEHBB #0417 0321200", "DE RVEHBB #PRQU PEWQWPP")]
    public void Letters_where_figures_are_due_are_read_by_the_code_they_share(string right, string wrong)
    {
        var text = SoundTelegram.Text.Replace(right, wrong, StringComparison.Ordinal);
        var finding = Assert.Single(Sample.Read(text).Findings, f => f.Fix?.Title.Contains("shift", StringComparison.Ordinal) == true);

        Assert.False(finding.Fix!.IsSafe);
        Assert.Equal(SoundTelegram.Text, Encoding.UTF8.GetString(MessageFixer.Apply(Sample.Bytes(text), finding.Fix.Edits)));
    }

    [Fact]
    public void Figures_where_letters_are_due_in_a_text_are_proposed_as_words()
    {
        var right = Sample.UnitedStates.Replace(
            "EXERCISE TEXT.",
            "EXERCISE TEXT 12. THE PORT AND THE FERRY STAY.",
            StringComparison.Ordinal
        );
        var wrong = right.Replace("THE PORT AND THE FERRY", "5#3 0945 -,$ 5#3 !3446", StringComparison.Ordinal);
        var finding = Assert.Single(Sample.Read(wrong).Findings, f => f.Id == "TX-609");

        Assert.False(finding.Fix!.IsSafe);
        var proposed = Encoding.UTF8.GetString(MessageFixer.Apply(Sample.Bytes(wrong), finding.Fix.Edits));
        Assert.Equal(right, proposed);
        Assert.DoesNotContain(Sample.Read(proposed).Findings, f => f.Id == "TX-609");
    }

    [Fact]
    public void The_period_that_ends_the_routing_is_put_back()
    {
        var text = Sample.Header.Replace("RVLYCUR.", "RVLYCUR", StringComparison.Ordinal);

        var mended = new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text));

        Assert.Equal(["TX-407"], mended.Applied.Select(fix => fix.Id));
        Assert.Equal(Sample.Header, Encoding.UTF8.GetString(mended.Bytes.Span));
    }

    [Theory]
    [InlineData("/BUOY/\nRMKS/", "/BUOY//\nRMKS/")]
    [InlineData("/BUOY\nRMKS/", "/BUOY//\nRMKS/")]
    public void A_subject_set_gets_its_slants(string wrong, string mended)
    {
        var text = $"R 041441Z SEP 18\nFM HARBOUR BOARD\nTO ALLPORTS\nBT\nUNCLAS\nMSGID/GENADMIN/PORT//\nSUBJ{wrong}1. EXERCISE.//\nBT\n";

        var after = new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text));

        Assert.Contains("NV-5", after.Applied.Select(fix => fix.Id));
        Assert.Equal(text.Replace(wrong, mended, StringComparison.Ordinal), Encoding.UTF8.GetString(after.Bytes.Span));
    }

    [Fact]
    public void The_serial_of_a_general_message_is_not_filled_up()
    {
        var text =
            "R 041441Z SEP 18\nFM HARBOUR BOARD\nTO ALLPORTS\nBT\nUNCLAS ALLPORTS 285/07\n"
            + "MSGID/GENADMIN/PORT//\nSUBJ/BUOYS//\nRMKS/1. EXERCISE.//\nBT\n";

        Assert.Null(Sample.Read(text).Mrn);
        Assert.Equal(text, Encoding.UTF8.GetString(new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text)).Bytes.Span));
    }

    [Theory]
    [InlineData("NORTHPORT 0O0417")]
    [InlineData("NORTHPORT 0O17")]
    [InlineData("NORTHPORT O417")]
    [InlineData("NORTHPORT l00417")]
    [InlineData("NORTHPORT 7 13526")]
    public void A_number_that_is_read_otherwise_than_it_is_printed_is_left(string printed)
    {
        var text = SoundTelegram.Text.Replace("NORTHPORT 000417", printed, StringComparison.Ordinal);

        var fixes = Sample.Read(text).Findings.Where(finding => finding.Id is "MR-5" or "MR-11");

        Assert.All(fixes, finding => Assert.Null(finding.Fix));
    }

    [Fact]
    public void TAGS_with_a_sign_that_would_be_left_are_left_whole()
    {
        var text = SoundTelegram.Text.Replace("TAGS: MASS, PREL", "TAGS: MASS; PREL\\;", StringComparison.Ordinal);

        Assert.Null(Assert.Single(Sample.Read(text).Findings, finding => finding.Id == "TG-2").Fix);
    }

    [Fact]
    public void Blanks_in_place_of_the_letters_of_a_security_warning_are_left()
    {
        var text = SoundTelegram.Text.Replace("ZNY CCCCC\nR 011200Z", "ZNY   011200Z", StringComparison.Ordinal);
        Assert.NotEqual(SoundTelegram.Text, text);

        Assert.Contains(Sample.Read(text).Findings, f => f.Id == "TX-120");
        Assert.DoesNotContain(new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text)).Applied, fix => fix.Id == "TX-120");
    }

    [Fact]
    public void A_line_that_would_become_too_long_is_left()
    {
        var text = SoundTelegram.Text.Replace(
            "C O N F I D E N T I A L NORTHPORT 000417",
            "CONFIDENTIAL NORTHPORT 000417 NOFORN NODIS EXDIS LIMDIS ROGER CHANNEL",
            StringComparison.Ordinal
        );

        Assert.All(Sample.Read(text).Findings.Where(f => f.Id == "CL-2"), f => Assert.Null(f.Fix));
    }

    [Fact]
    public void Fixes_of_several_messages_of_one_input_are_applied_at_once()
    {
        var text = SoundTelegram.Text.Replace("MASS, PREL", "MASS; PREL", StringComparison.Ordinal);

        var after = new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text + text));

        Assert.Equal(SoundTelegram.Text + SoundTelegram.Text, Encoding.UTF8.GetString(after.Bytes.Span));
        Assert.Equal(2, after.Applied.Length);
    }

    [Fact]
    public void More_than_twenty_places_are_mended_round_by_round()
    {
        var lines = string.Concat(Enumerable.Range(0, 70).Select(i => $"TO  RVEHAA/PORT  {(char)('A' + (i % 26))}\n"));
        var text = SoundTelegram.Text.Replace("TO RVEHAA/MINFOR HOMECITY\n", lines, StringComparison.Ordinal);

        var after = new MessageFixer(new MessageReader()).Fix(Sample.Bytes(text));

        Assert.Equal(
            text.Replace("TO  ", "TO ", StringComparison.Ordinal).Replace("PORT  ", "PORT ", StringComparison.Ordinal),
            Encoding.UTF8.GetString(after.Bytes.Span)
        );
    }
}
