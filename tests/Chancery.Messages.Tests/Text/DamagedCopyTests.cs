using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>A telegram that lost line ends or letters of its labels is read as the sound one where one reading allows it (text.md 18, TB-5).</summary>
public sealed class DamagedCopyTests
{
    private const string Sound = """
        VZCZCXRO4001
        PP RUEHC RUEHROV
        DE RUEHPC #0412 2761015
        ZNY CCCCC ZZH
        P 021015Z OCT 08
        FM AMEMBASSY LOME
        TO RUEHC/SECSTATE WASHDC PRIORITY 1234
        INFO RUEHLO/AMEMBASSY LONDON 0123
        RUEHFR/AMEMBASSY PARIS 0456
        BT
        C O N F I D E N T I A L LOME 000412

        SIPDIS

        E.O. 12958: DECL: 10/02/2018
        TAGS: PREL, PGOV, TO
        SUBJECT: EXERCISE OF THE PILOTS
        REF: ACCRA 455

        Classified By: DCM Jane Doe for reasons 1.4 (b)

        1. (C) Words of the exercise.

        2. (SBU) More words.

        QUILL
        BT
        #0412
        NNNN

        """;

    /// <summary>What is lost, and what stands there instead.</summary>
    public static TheoryData<string, string> Losses =>
        new()
        {
            { "RUEHROV\nDE", "RUEHROVDE" },
            { "2761015\nZNY", "2761015ZNY" },
            { "ZZH\nP 02", "ZZHP 02" },
            { "ZZH\nP 02", "ZZH  P 02" },
            { "08\nFM", "08FM" },
            { "08\nFM", "08 FM" },
            { "LOME\nTO RUEHC", "LOMETO RUEHC" },
            { "LOME\nTO RUEHC", "LOME TO RUEHC" },
            { "1234\nINFO", "1234INFO" },
            { "0123\nRUEHFR", "0123RUEHFR" },
            { "0456\nBT\n", "0456BT\n" },
            { "BT\nC O N F", "BTC O N F" },
            { "2018\nTAGS", "2018TAGS" },
            { "TO\nSUBJECT", "TOSUBJECT" },
            { "E.O. 12958", "E.O. W2958" },
            { "E.O. 12958", "E.O. 129H8" },
            { "DECL: 10", "DECL:I10" },
            { "DECL:", "MECL:" },
            { "TAGS:", "TAVS:" },
            { "TAGS:", "TGS:" },
            { "SUBJECT:", "SXBJEXT:" },
            { "REF:", "RXF:" },
            { "REF:", "RFE:" },
            { "Classified By", "Tlassified By" },
            { "Classified By", "Classified Yy" },
            { "Classified By:", "Classified ByD" },
            { "Classified By:", "ClassifiedFby:" },
            { "REF: ", "REF " },
            { "PARIS 0456", "PARIS 0C56" },
            { "LONDON 0123", "LONDON 123" },
            { "PRIORITY 1234", "PRIORTY 1234" },
            { "WASHDC PRIORITY", "WASHDCPRIORITY" },
            { "RUEHLO/AMEMBASSY", "RUEHLOAMEMBASSY" },
            { "TO RUEHC", "T RUEHC" },
            { "TO RUEHC", "TORUEHC" },
            { "INFO RUEHLO", "IFO RUEHLO" },
            { "INFO RUEHLO", "INFORUEHLO" },
            { "0456\nBT", "0456\nBR" },
            { "0456\nBT", "0456\nT" },
            { "C O N F I", "C O NRF I" },
            { "C O N F I", "C 0 N F I" },
            { "LOME 000412", "LOME 000S12" },
            { "LOME 000412", "LOME 0R0412" },
            { "LOME 000412", "L0ME OOO412" },
            { "FM AMEMBASSY", "FMM AMEMBASSY" },
            { "P 021015Z", "PP 021015Z" },
            { "P 021015Z OCT", "P O2IO15Z 0CT" },
            { "P 021015Z OCT", "P 02101SZ OCT" },
            { "REF: ACCRA 455", "REF: ACCRA 4S5" },
            { "REF: ACCRA 455", "REF.: ACCRA 455" },
            { "TAGS:", "T A G S:" },
            { "SUBJECT:", "S U B J E C T :" },
            { "PREL, PGOV, TO", "PREL, PG\nOV, TO" },
        };

    [Theory]
    [MemberData(nameof(Losses))]
    public void One_loss_in_the_heading_or_a_label_loses_no_field(string sound, string damaged)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        Assert.Equal(Fields(Read(Sound)), Fields(Read(Sound.Replace(sound, damaged, StringComparison.Ordinal))));
    }

    [Fact]
    public void On_one_line_a_telegram_keeps_all_its_fields()
    {
        var message = Read(Sound.Replace("\n\n", "\n", StringComparison.Ordinal).Replace('\n', ' '));

        Assert.Equal(Fields(Read(Sound)), Fields(message));
        Assert.Equal(["1", "2"], message.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("QUILL", message.Signature);
        Assert.Equal(Read(Sound).Transmission.Called!.RoutingIndicators, message.Transmission.Called!.RoutingIndicators);
        Assert.Equal(Read(Sound).Transmission.Channel, message.Transmission.Channel);
    }

    [Theory]
    [InlineData("{0}  ")]
    [InlineData("  {0}\t")]
    [InlineData("{0} | ")]
    [InlineData("{0}: ")]
    public void A_listing_with_numbers_in_front_of_its_lines_is_read_without_them(string form)
    {
        var numbered = string.Join(
            '\n',
            Sound.Split('\n').Select((line, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i + 1) + line)
        );

        Assert.Equal(Fields(Read(Sound)), Fields(Read(numbered)));
    }

    [Fact]
    public void A_line_that_says_nothing_known_ends_no_head() =>
        Assert.Equal(Fields(Read(Sound)), Fields(Read(Sound.Replace("TAGS", "QXZW QXZW\nTAGS", StringComparison.Ordinal))));

    [Fact]
    public void Where_line_ends_were_put_in_every_place_still_leads_to_the_raw_bytes()
    {
        var raw = Sound.Replace('\n', ' ');
        var message = Read(raw);

        Assert.Equal(raw.Length, message.Parts.Sum(part => part.Span.Length));
        Assert.All(message.Findings, finding => Assert.InRange(finding.Span.End, 0, raw.Length));
    }

    private static Message Read(string text) => Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(text)));

    private static string Fields(Message message) =>
        string.Join(
            '\n',
            message.Dtg?.Raw,
            message.From?.Name,
            string.Join(", ", message.Action.Concat(message.Info).Select(to => $"{to.RoutingIndicator}/{to.Name}")),
            message.Classification?.Level,
            message.Mrn?.Canonical,
            message.Declassification?.Date,
            string.Join(' ', message.Tags.Select(tag => tag.Code)),
            message.Subject?.Text,
            string.Join(' ', message.References.Select(reference => reference.Mrn?.Canonical)),
            message.ClassifiedBy?.Name
        );
}
