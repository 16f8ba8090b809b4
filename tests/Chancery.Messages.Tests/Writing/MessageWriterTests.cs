using System.Text;

namespace Chancery.Messages.Tests.Writing;

/// <summary>What the writer sets, by example. EXERCISE.</summary>
public sealed class MessageWriterTests
{
    private static readonly MessageBuilder Telegram = new()
    {
        Options = Drafts.Options,
        Profile = Profile.State,
        Family = TextFamily.State2000,
        Level = Level.Confidential,
        Time = new DateTimeOffset(2008, 9, 29, 12, 21, 0, TimeSpan.Zero),
        From = new Originator("LEGATION NORTHPORT", []),
        Station = "RUEHNP",
        Post = "NORTHPORT",
        Number = 817,
        Precedence = Precedence.Priority,
        InfoPrecedence = Precedence.Routine,
        Action = [new Addressee("MINFOR HOMECITY") { RoutingIndicator = "RUEHC", Number = "9669" }],
        Info =
        [
            new Addressee("LEGATION ULMA")
            {
                RoutingIndicator = "RUEHUL",
                Precedence = Precedence.Priority,
                Number = "0012",
            },
        ],
        Captions = ["SIPDIS"],
        Order = "12958",
        Declassify = "DECL: 09/25/2018",
        Tags = ["MASS", "PREL"],
        Subject = new Subject("Request for twelve radios", Drafts.Mark(Level.Unclassified)),
        References = ["HOMECITY 1234", "ULMA 567"],
        ClassifiedBy = "Classified By: Ambassador Jane Roe for reasons 1.4 (b) and (d).",
        Paragraphs =
        [
            new Paragraph(null, Drafts.Mark(Level.Confidential), new Passage("The exercise harbour board asks for twelve radios.")),
            new Paragraph(null, Drafts.Mark(Level.Unclassified), new Passage("The pilots' spares are \"ready\".")),
        ],
        Signature = "ROE",
    };

    private const string Printed = """
        PP RUEHC RUEHUL
        DE RUEHNP #0817 2731221
        ZNY CCCCC ZZH
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RUEHC/MINFOR HOMECITY 9669
        INFO RUEHUL/LEGATION ULMA PRIORITY 0012
        BT
        C O N F I D E N T I A L NORTHPORT 000817

        SIPDIS

        E.O. 12958: DECL: 09/25/2018
        TAGS: MASS, PREL
        SUBJECT: (U) REQUEST FOR TWELVE RADIOS
        REF: A. HOMECITY 1234
             B. ULMA 567

        CLASSIFIED BY: AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D).

        1. (C) THE EXERCISE HARBOUR BOARD ASKS FOR TWELVE RADIOS.

        2. (U) THE PILOTS' SPARES ARE "READY".



        NORTHPORT 00000817  002 OF 002
        ROE
        BT
        #0817







        NNNN

        """;

    private static Message Built(MessageBuilder builder)
    {
        Assert.True(builder.TryBuild(out var message, out var mistakes), string.Join('\n', mistakes));
        return message;
    }

    private static string Text(Message message) => Encoding.ASCII.GetString(message.Raw.Span);

    private static MessageWriter Writer(LineEnd end = LineEnd.Lf) => new(Drafts.Options with { LineEnd = end });

    [Fact]
    public void A_telegram_is_set_in_the_standard_order()
    {
        var written = Writer().Write(Built(Telegram));

        Assert.Equal(Printed, Text(Assert.Single(written.Transmissions)));
    }

    [Fact]
    public void Lines_of_a_circuit_end_with_two_carriage_returns()
    {
        var text = Text(Writer(LineEnd.CrCrLf).Write(Built(Telegram)).Transmissions[0]);

        Assert.StartsWith("PP RUEHC RUEHUL\r\r\nDE ", text, StringComparison.Ordinal);
        Assert.Contains("READY\".\r\r\n\n\n\nNORTHPORT 00000817  002 OF 002\r\r\nROE", text, StringComparison.Ordinal);
        Assert.EndsWith("#0817\r\r\n\n\n\n\n\n\n\nNNNN\r\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_read_and_not_changed_is_its_own_bytes()
    {
        foreach (var sample in Sample.All)
        {
            var message = Sample.Read(sample);

            Assert.Equal(message.Raw.ToArray(), Writer().Write(message).Transmissions[0].Raw.ToArray());
        }
    }

    [Fact]
    public void A_changed_heading_leaves_the_text_in_its_own_words()
    {
        var message = Sample.Read(Sample.UnitedStates);
        var written = Writer().Write(message with { Precedence = new PrecedencePair(Precedence.Priority, null) });

        Assert.Equal(
            """
            PP RVEHAA RVEHAB
            DE RVEHBB #0817 2731221
            ZNY CCCCC
            P 291221Z SEP 08
            FM LEGATION NORTHPORT
            TO RVEHAA/MINFOR HOMECITY
            INFO RVEHAB/LEGATION EASTPORT
            RVEHAC/LEGATION WESTPORT
            BT
            C O N F I D E N T I A L
            EXERCISE TEXT.
            BT
            #0817







            NNNN

            """,
            Text(Assert.Single(written.Transmissions))
        );
        Assert.Equal(["Format line 1 (ABA 021) is left to the circuit."], written.Lost);
    }

    [Fact]
    public void A_telegram_in_another_form_says_what_it_lost()
    {
        var message = Built(Telegram);

        Assert.Equal(
            [
                "ZZH, the mark of the State network, stays out.",
                "9669 behind MINFOR HOMECITY stays out.",
                "PRIORITY 0012 behind LEGATION ULMA stays out.",
            ],
            Writer().Write(message, Profile.Acp127Us).Lost
        );
        var header = Writer().Write(message, Profile.Acp128);
        Assert.StartsWith(
            "PTTCZYUW RUEHNP0817 2731221-CCCC--RUEHC RUEHUL.\nZNY CCCCC\nP R 291221Z SEP 08\n",
            Text(Assert.Single(header.Transmissions)),
            StringComparison.Ordinal
        );
        Assert.Equal(3, header.Lost.Length);
    }

    [Fact]
    public void A_header_becomes_two_lines_and_the_serial_stays()
    {
        var written = Writer().Write(Sample.Read(Sample.Header), Profile.Acp127Us);

        Assert.StartsWith(
            "RR RVDOSAB RVLYCUR\nDE RVBCYKN #0001 0331200\nZNR UUUUU\nR 021200Z FEB 02\n",
            Text(Assert.Single(written.Transmissions)),
            StringComparison.Ordinal
        );
        Assert.Contains("Language media format TT and content indicator ZYUW stay out.", written.Lost);
    }

    [Fact]
    public void What_a_form_must_have_and_the_message_has_not_is_a_refusal()
    {
        var copy = Built(Telegram with { Profile = Profile.Reading, Action = [new Addressee("MINFOR HOMECITY")], Info = [] });

        var written = Writer().Write(copy, Profile.Acp128);

        Assert.False(written.IsWritten);
        Assert.Empty(written.Transmissions);
        Assert.Equal(["The message names no calling station, ACP128 has one."], written.Refusals);
    }

    [Theory]
    [InlineData("Snowman \u2603", "No circuit types character U+2603.")]
    public void A_character_without_a_key_is_a_refusal(string words, string refusal)
    {
        var message = Built(Telegram);
        var changed = message with { Paragraphs = [message.Paragraphs[0] with { Words = new Passage(words) }] };

        Assert.Equal([refusal], Writer().Write(changed).Refusals);
    }

    [Fact]
    public void A_damaged_security_warning_is_repeated_in_no_header()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("ZNY CCCCC", "ZNY C", StringComparison.Ordinal));

        Assert.Equal(
            ["Security warning group C is damaged, ACP128 repeats its letters in the header."],
            Writer().Write(message, Profile.Acp128).Refusals
        );
    }

    [Fact]
    public void Words_that_would_read_otherwise_are_a_refusal()
    {
        var message = Built(Telegram);
        var changed = message with { Paragraphs = [message.Paragraphs[0] with { Words = new Passage("ONE.\nBT\nTWO.") }] };

        Assert.False(Writer().Write(changed).IsWritten);
    }

    [Fact]
    public void The_base_types_no_apostrophe_and_no_quotation_mark()
    {
        var builder = Telegram with
        {
            Profile = Profile.Acp127Us,
            Action = [],
            Info = [new Addressee("LEGATION ULMA") { RoutingIndicator = "RUEHUL" }],
        };
        var written = Writer().Write(Built(builder), Profile.Acp127);

        Assert.Contains("THE PILOTS SPARES ARE QUOTE READY UNQUOTE.", Text(Assert.Single(written.Transmissions)), StringComparison.Ordinal);
        Assert.Contains("\nP R 291221Z SEP 2008\n", Text(written.Transmissions[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_builder_names_what_is_wrong_and_gives_no_message()
    {
        var builder = Telegram with { Level = Level.Unclassified };

        Assert.False(builder.TryBuild(out var message, out var mistakes));
        Assert.Null(message);
        Assert.Contains(mistakes, mistake => mistake.StartsWith("CL-5: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_text_goes_in_sections_that_end_with_paragraphs()
    {
        var paragraphs = Enumerable
            .Range(1, 40)
            .Select(i => string.Join(' ', Enumerable.Repeat($"EXERCISE PASSAGE NUMBERED WITH {i} OF MANY", 7)) + ".")
            .Select(text => new Paragraph(null, Drafts.Mark(Level.Confidential), new Passage(text)));

        var sections = Writer().Write(Built(Telegram with { Paragraphs = [.. paragraphs] })).Transmissions;

        Assert.True(sections.Length > 1);
        Assert.Equal(Enumerable.Range(1, sections.Length), sections.Select(s => s.Section!.Number!.Value));
        Assert.All(sections, s => Assert.Equal(s.Section!.Number, s.Transmission.Station!.Section));
        Assert.All(sections, s => Assert.Equal("0817", s.Transmission.Station!.Serial));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => i.ToString()), sections.SelectMany(s => s.Paragraphs).Select(p => p.Number));
        Assert.Equal([.. Enumerable.Repeat<string?>(null, sections.Length - 1), "ROE"], sections.Select(s => s.Signature));
    }
}
