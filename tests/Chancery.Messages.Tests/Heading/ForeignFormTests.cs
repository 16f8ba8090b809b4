namespace Chancery.Messages.Tests.Heading;

/// <summary>Messages of other networks are named and kept, never read as something else (transmission.md 0.2, 1.10). EXERCISE.</summary>
public sealed class ForeignFormTests
{
    private const string Navtex = """
        ZCZC KA12
        EXERCISE 140600 UTC MAY
        NAVIGATIONAL WARNING 12/07
        BUOY SEVEN BACK IN PLACE
        NNNN

        """;

    private const string Aftn = """
        ZCZC LAA005 12032000
        GG EXXXAAZX EXXXBBZX
        121959 EXXXCCZX
        EXERCISE RUNWAY CLOSED
        NNNN

        """;

    private const string Teletype = """
        NABC NDEF DE NGHI NR 114
        R 140725Z MAY 2007
        FM NGHI
        TO NABC
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private const string Mars = """
        DE NNN0XYZ 001
        R 140725Z MAY 2007
        FM NNN0XYZ ID
        TO NNN0ABC
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private const string SpecialIntelligence = """
        ZKZK XX ABC DE
        R 140725Z MAY 2007
        FM SOMEBODY
        TO SOMEBODY ELSE
        EXERCISE
        NNNN

        """;

    private const string SpecialWarning = """
        VZCZCABA021
        PP RVEHAA
        DE RVEHBB #0817 2731221
        ZNY MMMMM
        P 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO MINFOR HOMECITY
        BT
        EXERCISE
        BT
        #0817
        NNNN

        """;

    public static TheoryData<string, Profile> Forms =>
        new()
        {
            { Navtex, Profile.Navtex },
            { Aftn, Profile.Aftn },
            { Teletype, Profile.Acp126 },
            { Mars, Profile.Mars },
            { SpecialIntelligence, Profile.Doi103 },
            { SpecialWarning, Profile.Doi103 },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_foreign_form_is_named_in_one_finding_and_kept_whole(string text, Profile profile)
    {
        var message = Sample.Read(text);

        Assert.Equal(profile, message.Profile);
        Assert.Equal("TX-121 warning", Assert.Single(Sample.Findings(message)));
        Assert.Contains(profile.Name(), Assert.Single(message.Findings, f => f.Id == "TX-121").Message, StringComparison.Ordinal);
        Assert.Equal(TextFamily.Plain, message.Family);
        Assert.Null(message.MessageIdentity);
        Assert.Null(message.TransmissionIdentity);
        Assert.Null(message.ChannelIdentity);
        Assert.Empty(message.Action);
        var first = message.Parts[0];
        Assert.Equal(12, first.FormatLine);
        Assert.Equal(0, first.Span.Start);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Several_foreign_messages_in_one_input_are_parted(string text, Profile profile)
    {
        var messages = new MessageReader().ReadAll(Sample.Bytes(text + "\n" + text + "\n" + Sample.Base + text));

        Assert.Equal([profile, profile, Profile.Acp127, profile], messages.Select(m => m.Profile));
    }

    [Fact]
    public void Rights_go_by_the_highest_level_of_a_foreign_form_too()
    {
        Assert.Equal(Level.TopSecret, Sample.Read(SpecialWarning).EffectiveLevel.Level);
        Assert.Equal(Level.TopSecret, Sample.Read(SpecialIntelligence).EffectiveLevel.Level);
        Assert.Equal(
            Level.Secret,
            Sample.Read(Teletype.Replace("NR 114\n", "NR 114\nZNY SSSSS\n", StringComparison.Ordinal)).EffectiveLevel.Level
        );
    }

    [Fact]
    public void A_printed_telegram_is_named_and_kept_as_text()
    {
        var message = Sample.Read(
            """
            12. Telegram From the Legation in Northport to the Ministry

            Northport, May 14, 1957, 7 p.m.

            345. Exercise. The buoy is back in place.

            """
        );

        Assert.Equal((Profile.Reading, TextFamily.Plain), (message.Profile, message.Family));
        Assert.Equal(["TX-121 warning"], Sample.Findings(message));
        Assert.DoesNotContain("TX-121 warning", Sample.Findings(Sample.Read("12. Telegrams are sent by wire.\n")));
    }

    [Theory]
    [InlineData("Words about DE GAULLE NR 5\n")]
    [InlineData("ZCZC\nEXERCISE\n")]
    [InlineData("PORT DE NORTH 12\n")]
    public void Words_that_look_alike_are_plain_text(string text)
    {
        var message = Sample.Read(text);

        Assert.Equal(Profile.Reading, message.Profile);
        Assert.Empty(Sample.Findings(message));
    }

    [Theory]
    [InlineData("UNCLAS BUOY", "NATO UNCLASSIFIED\nBUOY")]
    [InlineData("UNCLAS BUOY", "NATO RESTRICTED\nBUOY")]
    [InlineData("UNCLAS BUOY", "UNCLAS\nSIC WAA\nBUOY")]
    public void The_base_with_signs_of_NATO_is_its_NATO_form(string what, string with)
    {
        var message = Sample.Read(Sample.Base.Replace(what, with, StringComparison.Ordinal));

        Assert.Equal(Profile.Acp127N, message.Profile);
        Assert.Equal("ACP127N", message.Profile.Name());
        Assert.Equal(Profile.Acp127, Sample.Read(Sample.Base).Profile);
        Assert.Contains("TX-104 warning", Sample.Findings(Sample.Read(Sample.Base.Replace(what, with + " = 7", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_base_message_with_ZCZC_and_a_channel_number_is_none_of_them()
    {
        var message = Sample.Read(Sample.Base.Replace("VV   KLA207     UU", "ZCZC KLA207     UU", StringComparison.Ordinal));

        Assert.Equal((Profile.Acp127, "KLA 207"), (message.Profile, message.ChannelIdentity));
    }

    [Theory]
    [InlineData("PP RVKLDA RVHBAA\nDE RVHBC 058C 14/0731Z\nBT\nUNCLAS SVC ZUI KLA103 ZDK RVHBC 058C\nBT\nNNNN\n", MessageForm.Service)]
    [InlineData("PP RVKL\nDE RVHB 14/1230Z\nINT ZDK KLA116\nNNNN\n", MessageForm.ShortService)]
    public void The_text_of_a_service_message_has_no_number_and_no_references(string text, MessageForm form)
    {
        var message = Sample.Read(text);

        Assert.Equal((form, TextFamily.Plain), (message.Form, message.Family));
        Assert.Null(message.Mrn);
    }
}
