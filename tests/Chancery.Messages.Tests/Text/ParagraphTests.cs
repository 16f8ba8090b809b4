namespace Chancery.Messages.Tests.Text;

/// <summary>Paragraphs, portion marks, summary, action requests, signature (text.md 13 and 14).</summary>
public sealed class ParagraphTests
{
    [Theory]
    [InlineData("1. (C) Words.", "CONFIDENTIAL", "(C)")]
    [InlineData("1.(C) Words.", "CONFIDENTIAL", "(C)")]
    [InlineData("1.(C)Words.", "CONFIDENTIAL", "(C)")]
    [InlineData("1. (SBU) Words.", "SBU", "(SBU)")]
    [InlineData("1. (S//NF) Words.", "SECRET", "(S//NF)")]
    [InlineData("1. (C/NF) Words.", "CONFIDENTIAL", "(C/NF)")]
    [InlineData("1. C) Words.", "CONFIDENTIAL", "C)")]
    [InlineData("1. SBU/N) Words.", "SBU", "SBU/N)")]
    [InlineData("1. (S)) Words.", "SECRET", "(S))")]
    [InlineData("1) (U) Words.", "UNCLASSIFIED", "(U)")]
    [InlineData("1. ( C ) Words.", "CONFIDENTIAL", "( C )")]
    [InlineData("1. (c) Words.", "CONFIDENTIAL", "(c)")]
    [InlineData("1. (TS) Words.", "TOP SECRET", "(TS)")]
    [InlineData("1. (C/S) Words.", "SECRET", "(C/S)")]
    public void Marks_are_read_with_their_damage_and_the_higher_counts(string line, string level, string raw)
    {
        var paragraph = Assert.Single(Telegram.Body($"{line}\n\nROE").Paragraphs);

        Assert.Equal("1", paragraph.Number);
        Assert.Equal((level, raw), (paragraph.Portion?.Level.Name(), paragraph.Portion?.Raw));
        Assert.Equal("Words.", paragraph.Text);
    }

    [Fact]
    public void Caveats_of_a_mark_are_named_in_full() =>
        Assert.Equal(["NOFORN"], Telegram.Body("1. (S//NF) Words.\n\nROE").Paragraphs[0].Portion!.Caveats);

    [Fact]
    public void Lists_inside_a_paragraph_and_unnumbered_continuations_belong_to_it()
    {
        var message = Telegram.Body("1. (C) First.\n\n2. (C) Second:\n1. a list\n2. more\n\nGoes on.\n\n3. (C) Third.\n\nROE");

        Assert.Equal(["1", "2", "3"], message.Paragraphs.Select(p => p.Number));
        Assert.Equal("Second:\n1. a list\n2. more\n\nGoes on.", message.Paragraphs[1].Text);
        Assert.Equal("ROE", message.Signature);
        Assert.Equal("Third.", message.Paragraphs[2].Text);
    }

    [Fact]
    public void The_same_paragraphs_are_read_from_any_line_ends()
    {
        const string body = "1. (C) First\nline.\n\nMore.\n\n2. (C) Second.\n\nROE";
        var feeds = Telegram.Body(body).Paragraphs.Select(p => p.Text);
        var returns = Telegram.Body(body.Replace("\n", "\r\r\n", StringComparison.Ordinal)).Paragraphs.Select(p => p.Text);

        Assert.Equal(feeds, returns);
    }

    [Fact]
    public void Page_lines_and_banners_are_no_words()
    {
        var message = Telegram.Body("1. (C) First\nPAGE 02 RVEHNP 0817 C O N F I D E N T I A L\nCONFIDENTIAL\nline.\n\nROE");

        Assert.Equal("First\nline.", Assert.Single(message.Paragraphs).Text);
    }

    [Theory]
    [InlineData("SUMMARY\n-------\n\n1. (C) Words.", "SUMMARY")]
    [InlineData("------- THE WAY -------\n\n1. (C) Words.", "THE WAY")]
    [InlineData("THE WAY AHEAD\n1. (C) Words.", "THE WAY AHEAD")]
    [InlineData("----------\nThe Way\n----------\n1. (C) Words.", "The Way")]
    [InlineData("1. (C) SUMMARY: Words.", "SUMMARY")]
    [InlineData("1. Summary: (C) Words.", "Summary")]
    [InlineData("1. Background: (C) Words.", "Background")]
    public void Headings_come_without_their_dashes(string body, string heading)
    {
        var paragraph = Assert.Single(Telegram.Body($"{body}\n\nROE").Paragraphs);

        Assert.Equal(heading, paragraph.Heading);
        Assert.Equal("Words.", paragraph.Text);
        Assert.Equal(Level.Confidential, paragraph.Portion?.Level);
    }

    [Theory]
    [InlineData("1. (C) Summary: Short words.\n\n2. (C) More.", "Short words.")]
    [InlineData("1. (C) BEGIN SUMMARY. Short\nwords. END SUMMARY.\n\n2. (C) More.", "Short\nwords.")]
    [InlineData("1. (C) SUMMARY: One.\n\n2. (C) Two. END SUMMARY.\n\n3. (C) More.", "One.\nTwo.")]
    [InlineData("1. (C) Words. (END SUMMARY)\n\n2. (C) More.", "Words.")]
    public void The_summary_is_its_words_alone(string body, string summary) =>
        Assert.Equal(summary, Telegram.Body($"{body}\n\nROE").Summary?.ToString());

    [Theory]
    [InlineData("1. (C) This is an action request; see para 3.\n\n2. (C) x.\n\n3. (C) y.", "3")]
    [InlineData("1. (C) This is an action request. See paragraph 3.\n\n2. (C) x.\n\n3. (C) y.", "3")]
    [InlineData("1. (C) Paragraphs 2 and 3 contain an action request.\n\n2. (C) x.\n\n3. (C) y.", "2,3")]
    [InlineData("1. (C) x.\n\n2. (C) ACTION REQUEST: Send it.", "2")]
    [InlineData("1. (C) x.\n\n2. (C) We request equipment.", "")]
    public void Paragraphs_that_ask_for_action_are_named(string body, string numbers) =>
        Assert.Equal(numbers, string.Join(',', Telegram.Body($"{body}\n\nROE").ActionRequests));

    [Theory]
    [InlineData("1. (C) Words.\n\nROE", "ROE")]
    [InlineData("1. (C) Words.\n\nO'ROE", "O'ROE")]
    [InlineData("1. (C) Words.\nDOE-ROE", "DOE-ROE")]
    [InlineData("1. (C) Words.\n\nDOE ROE", "DOE ROE")]
    [InlineData("1. (C) Words.\n\nROE\n\nCONFIDENTIAL", "ROE")]
    [InlineData("1. (C) Words.\n\nNORTHPORT MINIMIZE CONSIDERED.  ROE", "ROE")]
    [InlineData("1. (C) Words.\n\nEND TEXT", null)]
    [InlineData("1. (C) Words.", null)]
    public void The_signature_is_the_surname_that_ends_the_text(string body, string? signature) =>
        Assert.Equal(signature, Telegram.Body(body).Signature);

    [Theory]
    [InlineData("1. (C) Words.\n\n2. Unmarked.\n\nROE", "PA-2")]
    [InlineData("1. (C) Words.\n\n2. C) Words.\n\nROE", "PA-4")]
    [InlineData("1. (C) Words.\n\n4. (C) Words.\n\nROE", "PA-8")]
    [InlineData("1. (C) Words.\n\nROE", "PA-1")]
    [InlineData("1. (S) Words.\n\n2. (C) Words.\n\nROE", "CL-5")]
    [InlineData("1. (U) Words.\n\n2. (U) Words.\n\nROE", "CL-5")]
    public void Faults_of_portions_are_found(string body, string id) => Assert.Contains(id, Telegram.Ids(Telegram.Body(body)));

    [Fact]
    public void A_tidy_telegram_gives_no_finding_of_its_text() =>
        Assert.Empty(Telegram.Ids(Telegram.Body("1. (C) Words.\n\n2. (U) Words.\n\nROE")));

    [Theory]
    [InlineData("1. (C) Words.\n-- (TS) a bullet.\n\nROE", "TOP SECRET")]
    [InlineData("1. (C) Words. (S) More words.\n\nROE", "SECRET")]
    [InlineData("1. (C) The copy (S/NF) was lost.\n\nROE", "SECRET")]
    [InlineData("1. (C) Words.\nBEGIN TEXT:\nS E C R E T SOUTH BAY 000012\nInner.\nEND TEXT\n\nROE", "SECRET")]
    [InlineData("1. (C) Words:\n(R) first.\n(S) second.\n(T) third.\n\nROE", "CONFIDENTIAL")]
    [InlineData("1. (C) The member(s) of Class/Division (C/D).\n\nROE", "CONFIDENTIAL")]
    public void The_highest_level_inside_counts_and_enumerators_do_not(string body, string level) =>
        Assert.Equal(level, Telegram.Body(body).EffectiveLevel.Level?.Name());

    [Fact]
    public void A_mark_below_a_page_line_counts_for_the_level()
    {
        var message = Telegram.Body("\n\n\nNORTHPORT 00000817  002 OF 002\n(S) EXERCISE WORDS.\n\nROE");

        Assert.Equal(new EffectiveLevel(Level.Secret, "portion mark"), message.EffectiveLevel);
    }
}
