using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Text;

public sealed class ReleasedCopyTests
{
    private const string Copy = """
        UNCLASSIFIED

        PAGE 01        STATE  296107

        14
        ORIGIN EUR-12

        INFO OCT-01 ISO-00 L-03 SY-05 NEA-10
        PA-02 SP-02 /035 R

        DRAFTED BY EUR/XY:ABAKER:CD
        APPROVED BY EUR:EFOX
        L/M:GHILL (INFO)
        NEA:IJONES SS-O:K.LANE
        DESIRED DISTRIBUTION
        ALL BUREAUS
        ------------------032004 230631Z /12
        P 222227Z NOV 78
        FM SECSTATE WASHDC
        TO AMEMBASSY PARIS PRIORITY

        UNCLAS STATE 296107

        E.O. 11652: N/A

        TAGS: MASS, FR

        SUBJECT: EXERCISE: RETURN OF STORES

        REF: PARIS 12345

        1. EXERCISE. THE STORES ARE TO BE RETURNED BEFORE THE END OF
        UNCLASSIFIED

        Declassified/Released US Department of State EO Systematic Review 20 Mar 2014

        UNCLASSIFIED

        PAGE 02        STATE  296107

        THE YEAR.

        2. EXERCISE. POSTS ARE ASKED TO REPORT.

        VANCE


        UNCLASSIFIED


        << END OF DOCUMENT >>

        ---

        Message Attributes

        Automatic Decaptioning: X
        Channel Indicators: n/a
        Concepts: STORES, EXERCISES, RETURN OF
         GOODS
        Disposition Action: RELEASED
        Disposition Date: 20 Mar 2014
        Document Number: 1978STATE296107
        From: STATE
        Line Count: '44'
        Markings: Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
        Original Classification: UNCLASSIFIED
        Subject: EXERCISE: RETURN OF STORES
        ---
        Declassified/Released US Department of State EO Systematic Review 20 Mar 2014

        """;

    [Fact]
    public void A_released_copy_is_read_as_a_telegram_of_its_own_family()
    {
        var message = Sample.Read(Copy);

        Assert.Equal(TextFamily.Nara1970, message.Family);
        Assert.Equal("NARA1970", message.Family.Name());
        Assert.Equal("78STATE296107", message.Mrn!.Canonical);
        Assert.Equal("222227Z NOV 78", message.Dtg!.Raw);
        Assert.Equal("EXERCISE: RETURN OF STORES", message.Subject!.Text);
        Assert.Equal(["MASS", "FR"], message.Tags.Select(tag => tag.Code));
        Assert.Equal("VANCE", message.Signature);
        Assert.Equal(
            ["EXERCISE. THE STORES ARE TO BE RETURNED BEFORE THE END OF THE YEAR.", "EXERCISE. POSTS ARE ASKED TO REPORT."],
            message.Paragraphs.Select(p => string.Join(' ', p.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        );
        Assert.Equal(Copy, Encoding.UTF8.GetString(message.Raw.Span));
    }

    [Fact]
    public void The_page_heading_of_a_second_telegram_in_the_file_is_its_own()
    {
        var second = Copy.Replace("296107", "296108", StringComparison.Ordinal)
            .Replace("222227Z", "222228Z", StringComparison.Ordinal)
            .Replace("EUR-12", "NEA-12", StringComparison.Ordinal);

        var messages = new MessageReader().ReadAll(Encoding.UTF8.GetBytes(Copy + second));

        Assert.Equal(["78STATE296107", "78STATE296108"], messages.Select(message => message.Mrn!.Canonical));
        Assert.Equal(["EUR", "NEA"], messages.Select(message => Assert.Single(message.Distribution!.Origin).Office));
        Assert.All(messages, message => Assert.Equal(TextFamily.Nara1970, message.Family));
        Assert.StartsWith("UNCLASSIFIED\n\nPAGE 01", Encoding.UTF8.GetString(messages[1].Raw.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(messages.SelectMany(message => message.Findings), finding => finding.Id is "AR-1" or "AR-2" or "AR-7");
    }

    [Theory]
    [InlineData("P 222227 Z NOV 7 8")]
    [InlineData("P 22 2227Z N OV 78")]
    [InlineData("P 222 227Z NOV 1978")]
    public void A_time_with_blanks_among_its_digits_is_read_and_kept_as_printed(string printed)
    {
        var message = Sample.Read(Copy.Replace("P 222227Z NOV 78", printed, StringComparison.Ordinal));

        Assert.Equal(printed[2..], message.Dtg?.Raw);
        Assert.Equal(new DateTimeOffset(1978, 11, 22, 22, 27, 0, TimeSpan.Zero), message.Dtg!.Utc);
        Assert.Equal(Precedence.Priority, message.Precedence.Action);
        Assert.Equal("78STATE296107", message.Mrn!.Canonical);
    }

    [Fact]
    public void The_distribution_is_read_and_its_sum_is_right()
    {
        var distribution = Sample.Read(Copy).Distribution!;

        Assert.Equal([new OfficeCopies("EUR", 12)], distribution.Origin);
        Assert.Empty(distribution.Action);
        Assert.Equal(["OCT", "ISO", "L", "SY", "NEA", "PA", "SP"], distribution.Info.Select(office => office.Office));
        Assert.Equal((35, true), (distribution.Sum, distribution.IsSumRight));
        Assert.DoesNotContain(Sample.Read(Copy).Findings, finding => finding.Id == "AR-2");
    }

    [Fact]
    public void A_wrong_sum_is_told()
    {
        var message = Sample.Read(Copy.Replace("/035 R", "/036 R", StringComparison.Ordinal));

        var finding = Assert.Single(message.Findings, f => f.Id == "AR-2");
        Assert.Equal("/036 R", Encoding.UTF8.GetString(message.Raw.Span.Slice(finding.Span.Start, finding.Span.Length)));
        Assert.False(message.Distribution!.IsSumRight);
    }

    [Theory]
    [InlineData("AR-1", "PAGE 02        STATE  296107", "PAGE 02        STATE  296108")]
    [InlineData("AR-4", "DRAFTED BY EUR", "DRAFTEDY BY EUR")]
    [InlineData("AR-5", "230631Z /12", "220631Z /12")]
    [InlineData("AR-5", "230631Z /12", "330631Z /12")]
    [InlineData("AR-7", "Document Number: 1978STATE296107", "Document Number: 1978STATE296108")]
    [InlineData("AR-7", "Document Number: 1978STATE296107", "Document Number: 1977STATE296107")]
    [InlineData("AR-8", "2. EXERCISE. POSTS", "ERROR READING TEXT INDEX\n\n2. EXERCISE. POSTS")]
    [InlineData("AR-8", "Line Count: '44'", "Locator: ADS TEXT UNRETRIEVABLE")]
    [InlineData("SG-3", "VANCE", "BAKER")]
    [InlineData("SG-5", "UNCLAS STATE 296107", "UNCLAS SECTO 296107")]
    public void What_stands_around_a_released_telegram_is_checked(string id, string sound, string faulty)
    {
        var text = id == "SG-5" ? Copy.Replace("SS-O:K.LANE", "AF:KLANE", StringComparison.Ordinal) : Copy;
        Assert.Contains(sound, text, StringComparison.Ordinal);

        Assert.Contains(Sample.Read(text.Replace(sound, faulty, StringComparison.Ordinal)).Findings, finding => finding.Id == id);
        Assert.DoesNotContain(Sample.Read(text).Findings, finding => finding.Id == id);
    }

    [Fact]
    public void Travel_that_the_secretariat_cleared_is_in_order() =>
        Assert.DoesNotContain(
            Sample
                .Read(
                    Copy.Replace("UNCLAS STATE 296107", "UNCLAS SECTO 296107", StringComparison.Ordinal)
                        .Replace("SS-O:K.LANE", "S/S:KLANE", StringComparison.Ordinal)
                )
                .Findings,
            finding => finding.Id == "SG-5"
        );

    [Fact]
    public void A_page_heading_over_two_lines_is_no_text_either()
    {
        var parted = Copy.Replace("PAGE 02        STATE  296107", "PAGE 02\nSTATE 296107", StringComparison.Ordinal);

        Assert.Equal(Sample.Read(Copy).Paragraphs.Select(p => p.Text), Sample.Read(parted).Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void A_telegram_that_came_in_has_an_action_office()
    {
        var distribution = Sample.Read(Copy.Replace("ORIGIN EUR-12", "ACTION EUR-12", StringComparison.Ordinal)).Distribution!;

        Assert.Equal([new OfficeCopies("EUR", 12)], distribution.Action);
        Assert.Empty(distribution.Origin);
    }

    [Theory]
    [InlineData("DRAFTED BY", "APPROVED BY")]
    [InlineData("DRAFTEDY BY", "EPPROVED BY")]
    [InlineData("DRAFTED", "APPROVED BY:")]
    public void The_drafting_block_is_read_with_damaged_labels_too(string drafted, string approved)
    {
        var text = Copy.Replace("DRAFTED BY", drafted, StringComparison.Ordinal).Replace("APPROVED BY", approved, StringComparison.Ordinal);

        var drafting = Sample.Read(text).Drafting!;

        Assert.Equal(new Officer("EUR/XY", "ABAKER", null), drafting.Drafter);
        Assert.Equal("CD", drafting.Typist);
        Assert.Equal(new Officer("EUR", "EFOX", null), drafting.Approver);
        Assert.Equal(
            [new Officer("L/M", "GHILL", "INFO"), new Officer("NEA", "IJONES", null), new Officer("SS-O", "K.LANE", null)],
            drafting.Clearances
        );
    }

    [Theory]
    [InlineData("032004 230631Z /12", "032004", "230631Z", "12")]
    [InlineData("230631Z 032004 /12", "032004", "230631Z", "12")]
    [InlineData(" 032004", "032004", null, null)]
    public void The_dash_counter_is_read_in_either_order(string groups, string number, string? filed, string? copies) =>
        Assert.Equal(
            new DashCounter(number, filed, copies),
            Sample.Read(Copy.Replace("032004 230631Z /12", groups, StringComparison.Ordinal)).DashCounter
        );

    [Fact]
    public void Attributes_keep_their_order_wrapped_values_are_joined_and_na_is_nothing()
    {
        var attributes = Sample.Read(Copy).Attributes;

        Assert.Equal("Automatic Decaptioning", attributes[0].Name);
        Assert.Null(attributes.Single(a => a.Name == "Channel Indicators").Value);
        Assert.Equal("STORES, EXERCISES, RETURN OF GOODS", attributes.Single(a => a.Name == "Concepts").Value);
        Assert.Equal("44", attributes.Single(a => a.Name == "Line Count").Value);
        Assert.Equal("EXERCISE: RETURN OF STORES", attributes[^1].Value);
    }

    [Fact]
    public void Stamps_are_cut_out_of_the_text_and_kept_as_events()
    {
        var message = Sample.Read(Copy);

        Assert.Equal(
            [("Declassified/Released", new DateOnly(2014, 3, 20)), ("RELEASED", new DateOnly(2014, 3, 20))],
            message.ReleaseEvents.Select(e => (e.Action, e.Date!.Value))
        );
        Assert.All(message.Paragraphs, p => Assert.DoesNotContain("Declassified", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_has_distribution_drafting_attributes_and_events()
    {
        var json = Json(Sample.Read(Copy));

        var distribution = json.GetProperty("distribution");
        Assert.Equal("EUR", distribution.GetProperty("origin")[0].GetProperty("office").GetString());
        Assert.Equal(35, distribution.GetProperty("sum").GetInt32());
        Assert.True(distribution.GetProperty("sumOk").GetBoolean());
        Assert.Equal("GHILL", json.GetProperty("drafting").GetProperty("clearances")[0].GetProperty("name").GetString());
        Assert.Equal("1978STATE296107", json.GetProperty("attributes").GetProperty("Document Number").GetString());
        Assert.Equal("2014-03-20", json.GetProperty("releaseEvents")[0].GetProperty("date").GetString());
        Assert.Equal("032004", json.GetProperty("dashCounter").GetProperty("number").GetString());
    }

    [Fact]
    public void Other_messages_have_none_of_it()
    {
        var json = Json(Sample.Read(Sample.Copy));

        Assert.NotEqual(TextFamily.Nara1970, Sample.Read(Sample.Copy).Family);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("distribution").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("drafting").ValueKind);
        Assert.Empty(json.GetProperty("attributes").EnumerateObject());
        Assert.Empty(json.GetProperty("releaseEvents").EnumerateArray());
    }

    [Fact]
    public void A_copy_without_a_body_still_has_its_attributes()
    {
        var message = Sample.Read("Message Attributes\n\nDocument Number: 1976STATE000001\nLocator: ADS TEXT UNRETRIEVABLE\n");

        Assert.Equal(["Document Number", "Locator"], message.Attributes.Select(attribute => attribute.Name));
    }

    private static JsonElement Json(Message message)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            MessageJson.Write(writer, message, "m.txt");
        }
        return JsonElement.Parse(stream.ToArray());
    }
}
