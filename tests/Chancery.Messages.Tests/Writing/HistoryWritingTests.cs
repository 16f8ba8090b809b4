using System.Text;

namespace Chancery.Messages.Tests.Writing;

/// <summary>What earlier addresses and stations left on a message, written when its heading was changed. EXERCISE.</summary>
public sealed class HistoryWritingTests
{
    private const string Counted = """
        VV   KLA031     UU
        RR RVKLAB
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM PILOT OFFICE WESTPORT
        TO HARBOUR BOARD NORTHPORT
        ALFX GR 2
        BT
        UNCLAS BUOY SEVEN BACK IN PLACE
        BT
        C 1 WA BUOY
        NNNN

        """;

    private const string Readdressed = """
        PP RVEHAA
        DE RVEHBB #0817 2731221
        ZNY CCCCC
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        R 281100Z SEP 08
        FM HARBOUR BOARD EASTPORT
        TO LEGATION NORTHPORT
        INFO PILOT OFFICE WESTPORT
        BT
        C O N F I D E N T I A L
        EXERCISE TEXT.
        BT
        #0817
        NNNN

        """;

    private static readonly MessageWriter Writer = new(WriterOptions.Default with { LineEnd = LineEnd.Lf });

    [Fact]
    public void Format_line_10_and_corrections_stay_on_a_message_of_the_base()
    {
        var changed = Changed(Counted);

        var written = Writer.Write(changed);

        Assert.Empty(written.Refusals);
        Assert.StartsWith(
            """
            RR RVKLAB
            DE RVHBC 058C 14/0731Z
            R 140725Z MAY 2007
            FM PILOT OFFICE WESTPORT
            TO HARBOUR BOARD NORTHPORT
            INFO COMEXFLT
            ALFX GR 2
            BT
            UNCLAS BUOY SEVEN BACK IN PLACE
            BT
            C 1 WA BUOY

            """,
            Text(written),
            StringComparison.Ordinal
        );
        var read = Assert.Single(written.Transmissions);
        Assert.Equal(("ALFX", 2), (read.Transmission.Accounting, read.Transmission.GroupCount));
        Assert.Equal(["C 1 WA BUOY"], read.Transmission.Ending.Corrections);
    }

    [Fact]
    public void The_address_before_a_readdressal_stands_below_the_new_one()
    {
        var written = Writer.Write(Changed(Readdressed));

        Assert.Empty(written.Refusals);
        Assert.Contains(
            "INFO COMEXFLT\nR 281100Z SEP 08\nFM HARBOUR BOARD EASTPORT\nTO LEGATION NORTHPORT\nINFO PILOT OFFICE WESTPORT\nBT\n",
            Text(written),
            StringComparison.Ordinal
        );
        Assert.Equal("281100Z SEP 08", Assert.Single(written.Transmissions[0].Readdressed).Dtg?.Raw);
    }

    [Fact]
    public void A_reading_copy_has_none_of_it_and_says_so()
    {
        var written = Writer.Write(Changed(Readdressed), Profile.Reading);

        Assert.Contains("The address before readdressal stays out.", written.Lost);
        Assert.Empty(written.Transmissions[0].Readdressed);
        Assert.Contains("Format line 10 (accounting, group count) stays out.", Writer.Write(Changed(Counted), Profile.Reading).Lost);
    }

    [Fact]
    public void Where_the_text_was_changed_nothing_counts_or_mends_its_words()
    {
        var changed = Changed(Counted) with { Paragraphs = [new Paragraph(null, null, new Passage("BUOY EIGHT BACK IN PLACE"))] };

        var written = Writer.Write(changed);

        Assert.Contains(written.Lost, lost => lost.StartsWith("The group count and the corrections", StringComparison.Ordinal));
        Assert.DoesNotContain("C 1 WA", Text(written), StringComparison.Ordinal);
        Assert.DoesNotContain("GR 2", Text(written), StringComparison.Ordinal);
    }

    /// <summary>The line of the pilot.</summary>
    public static TheoryData<string> PilotLines =>
        new() { "ZNR UUUUU ZOV RVKLAB", "ZNR UUUUU ZOV RVKLAB T HARBOUR BOARD NORTHPORT", "ZFD RVKLAB", "ZNR UUUUU ZDG", "ZEL RVHBC" };

    [Theory]
    [MemberData(nameof(PilotLines))]
    public void Pilots_stand_in_front_of_the_message_that_stays_whole_below_them(string line)
    {
        var sound = Counted.Replace(
            "VV   KLA031     UU\nRR RVKLAB\n",
            $"RR RVKLDA\n{line}\nEVC093HBA207\nRR RVKLAB\n",
            StringComparison.Ordinal
        );
        var changed = Changed("VV   KLA031     UU\n" + sound);

        var written = Writer.Write(changed);

        Assert.Empty(written.Refusals);
        Assert.DoesNotContain(written.Lost, lost => lost.Contains("pilot", StringComparison.Ordinal));
        Assert.StartsWith(
            sound[..sound.IndexOf("ALFX", StringComparison.Ordinal)] + "INFO COMEXFLT\n",
            Text(written),
            StringComparison.Ordinal
        );
        var again = Sample.Read("VV   KLA031     UU\n" + Text(written));
        Assert.Equal(PilotsOf(changed), PilotsOf(again));
        Assert.Equal(changed.Transmission.EarlierChannels, again.Transmission.EarlierChannels);
        Assert.Equal(changed.ChannelIdentity, again.ChannelIdentity);
        Assert.Equal(changed.TransmissionIdentity, again.TransmissionIdentity);
    }

    [Fact]
    public void Pilots_on_pilots_stay_in_their_order()
    {
        const string Pilots = "RR RVMNAA\nZNR UUUUU ZFD RVMN\nKLA031\nRR RVKLDA\nZNR UUUUU ZOV RVKLAB\nEVC093HBA207\nRR RVKLAB\n";
        var changed = Changed(
            Counted.Replace("VV   KLA031     UU\nRR RVKLAB\n", "VV   MNB014     UU\n" + Pilots, StringComparison.Ordinal)
        );

        var written = Writer.Write(changed);

        Assert.StartsWith(Pilots, Text(written), StringComparison.Ordinal);
        Assert.Equal(PilotsOf(changed), PilotsOf(Sample.Read("VV   MNB014     UU\n" + Text(written))));
    }

    [Fact]
    public void A_message_with_a_pilot_has_no_finding_before_sending()
    {
        var text = Counted
            .Replace("RR RVKLAB\n", "RR RVKLDA\nZNR UUUUU ZOV RVKLAB\nEVC093\nRR RVKLAB\n", StringComparison.Ordinal)
            .Replace("14/0731Z\n", "14/0731Z\nZNR UUUUU\n", StringComparison.Ordinal)
            .Replace("ALFX GR 2\n", "", StringComparison.Ordinal)
            .Replace("C 1 WA BUOY\n", "", StringComparison.Ordinal);

        var written = Text(Writer.Write(Changed(text)));

        Assert.Empty(
            new MessageReader(ReaderOptions.Default with { Outgoing = true, Suppressed = ["TX-101"] }).Read(Sample.Bytes(written)).Findings
        );
    }

    [Fact]
    public void Other_forms_have_no_pilots_and_say_so()
    {
        var text = Counted.Replace("RR RVKLAB\n", "RR RVKLDA\nZNR UUUUU ZOV RVKLAB\nRR RVKLAB\n", StringComparison.Ordinal);

        Assert.Contains("The pilots of relays stay out.", Writer.Write(Sample.Read(text), Profile.Reading).Lost);
    }

    private static string PilotsOf(Message message) =>
        string.Join(
            '\n',
            message.Transmission.Pilots.Select(pilot =>
                $"{string.Join(' ', pilot.Called.RoutingIndicators)} {pilot.Called.Precedence} {pilot.Signal} {pilot.Station} {pilot.Security} "
                + $"{string.Join(' ', pilot.Channels)} {string.Join(' ', pilot.Instructions.Select(i => $"{i.Signal} {string.Join(' ', i.Operands)}"))}"
            )
        );

    private static Message Changed(string text)
    {
        var read = Sample.Read(text);
        return read with { Info = read.Info.Add(new Addressee("COMEXFLT")) };
    }

    private static string Text(WrittenMessage written) => Encoding.ASCII.GetString(Assert.Single(written.Transmissions).Raw.Span);
}
