using System.Buffers;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Json;

public sealed class MessageJsonTests
{
    private static readonly string[] Members =
    [
        .. "file line offset length profile family form identity transmission precedence dtg from action info exempt classification effectiveLevel".Split(
            ' '
        ),
        .. "mrn section captions passing declassification tags subject references backReferences classifiedBy paragraphs summary actionRequests".Split(
            ' '
        ),
        .. "readdressed signature releaser subjectCode serial cancellation supersessions sets contacts distribution drafting dashCounter attributes releaseEvents derived findings".Split(
            ' '
        ),
    ];

    [Fact]
    public void Every_member_of_the_contract_is_there_even_in_an_empty_message()
    {
        var root = Written(new Message());

        Assert.Equal(Members.Order(), root.EnumerateObject().Select(member => member.Name).Order());
    }

    [Fact]
    public void What_is_absent_is_null_or_an_empty_array()
    {
        var root = Written(new Message());

        Assert.Equal(JsonValueKind.Null, root.GetProperty("dtg").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("identity").GetProperty("message").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("transmission").GetProperty("channel").ValueKind);
        Assert.Equal(0, root.GetProperty("references").GetArrayLength());
        Assert.Equal("READING", root.GetProperty("profile").GetString());
        Assert.Equal("PLAIN", root.GetProperty("family").GetString());
    }

    [Fact]
    public void Values_are_written_under_the_names_of_the_contract()
    {
        var mrn = new MessageReferenceNumber(2026, "PORT OF NORTH", 412, "PORT OF NORTH 000412");
        var root = Written(
            new Message
            {
                Profile = Profile.State,
                Family = TextFamily.State2000,
                Precedence = new PrecedencePair(Precedence.NiactImmediate, Precedence.Routine),
                Dtg = new DateTimeGroup("141207Z APR 26", new DateTimeOffset(2026, 4, 14, 12, 7, 0, TimeSpan.Zero)),
                From = new Originator("LEGATION NORTHPORT", []),
                Mrn = mrn,
                Classification = new Classification(Level.TopSecret, ["NOFORN"], "T O P  S E C R E T"),
                References = [new MessageReference("A", ReferenceKind.Cable, "NORTHPORT 1") { Mrn = mrn, Flags = ["NOTAL"] }],
                Paragraphs = [new Paragraph("1", new Marking(Level.Sbu, [], "(SBU)"), new Passage("EXERCISE"))],
                Declassification = new Declassification("13526", DeclassificationKind.Date, "DECL: 2036/04/14")
                {
                    Date = new DateOnly(2036, 4, 14),
                },
                Tags = [new Tag("MASS", TagKind.Subject, null)],
            }
        );

        Assert.Equal("NIACT IMMEDIATE", root.GetProperty("precedence").GetProperty("action").GetString());
        Assert.Equal("2026-04-14T12:07:00Z", root.GetProperty("dtg").GetProperty("utc").GetString());
        Assert.Equal("LEGATION NORTHPORT 141207Z APR 26", root.GetProperty("identity").GetProperty("message").GetString());
        Assert.Equal("26PORTOFNORTH412", root.GetProperty("mrn").GetProperty("canonical").GetString());
        Assert.Equal("TOP SECRET", root.GetProperty("classification").GetProperty("level").GetString());
        Assert.False(root.GetProperty("references")[0].GetProperty("mrn").TryGetProperty("raw", out _));
        Assert.Equal("cable", root.GetProperty("references")[0].GetProperty("kind").GetString());
        Assert.Equal("SBU", root.GetProperty("paragraphs")[0].GetProperty("portion").GetProperty("level").GetString());
        Assert.Equal("2036-04-14", root.GetProperty("declassification").GetProperty("date").GetString());
        Assert.Equal("subject", root.GetProperty("tags")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Parts_of_paragraphs_and_points_of_contact_are_written()
    {
        const string Text = """
            R 041441Z JUN 05
            FM HARBOUR BOARD NORTHPORT
            TO ALLPORTS
            BT
            UNCLAS
            MSGID/GENADMIN/HARBOUR BOARD/N1/JUN//
            SUBJ/EXERCISE//
            POC/J. ROE/LCDR/N1/LOC:NORTHPORT/TEL:555-0100//
            RMKS/1. ALL PORTS:
            A. (U) KEEP LIGHTS.
            B. KEEP BELLS.
            2. NOTHING ELSE.//
            BT

            """;

        var root = Written(Sample.Read(Text));

        var parts = root.GetProperty("paragraphs")[0].GetProperty("parts");
        Assert.Equal(["1.A KEEP LIGHTS. 10", "1.B KEEP BELLS. 11"], parts.EnumerateArray().Select(Show));
        Assert.Equal("UNCLASSIFIED", parts[0].GetProperty("portion").GetProperty("level").GetString());
        Assert.Equal(0, root.GetProperty("paragraphs")[1].GetProperty("parts").GetArrayLength());
        var contact = Assert.Single(root.GetProperty("contacts").EnumerateArray());
        Assert.Equal(("J. ROE", "LCDR"), (contact.GetProperty("name").GetString(), contact.GetProperty("rank").GetString()));
        Assert.Equal("555-0100", contact.GetProperty("telephone").GetString());

        static string Show(JsonElement part) =>
            $"{part.GetProperty("path").GetString()} {part.GetProperty("text").GetString()} {part.GetProperty("line").GetInt32()}";
    }

    [Fact]
    public void Findings_give_line_and_column_and_count_their_offset_from_the_start_of_the_input()
    {
        var finding = new Finding("TX-201", Severity.Warning, new TextSpan(3, 4), "What.", "why")
        {
            Fix = new Fix("Set the serial", [new FixEdit(new TextSpan(3, 4), "0817")]),
        };
        var root = Written(
            new Message
            {
                Raw = "BT\n0818\n"u8.ToArray(),
                Offset = 100,
                Line = 10,
                Findings = [finding],
            }
        );

        var written = root.GetProperty("findings")[0];
        Assert.Equal(11, written.GetProperty("line").GetInt32());
        Assert.Equal(1, written.GetProperty("column").GetInt32());
        Assert.Equal(103, written.GetProperty("offset").GetInt64());
        Assert.Equal("warning", written.GetProperty("severity").GetString());
        Assert.Equal(103, written.GetProperty("fix").GetProperty("edits")[0].GetProperty("offset").GetInt64());
        Assert.False(written.TryGetProperty("count", out _));
    }

    [Fact]
    public void A_finding_that_fired_often_is_one_with_its_first_places()
    {
        var finding = new Finding("TX-104", Severity.Info, new TextSpan(0, 1), "What.", "why")
        {
            Count = 30,
            Places = [new TextSpan(0, 1), new TextSpan(4, 1)],
        };
        var root = Written(new Message { Raw = "A\nB\nC"u8.ToArray(), Findings = [finding] });

        Assert.Equal(30, root.GetProperty("findings")[0].GetProperty("count").GetInt32());
        Assert.Equal(3, root.GetProperty("findings")[0].GetProperty("places")[1].GetProperty("line").GetInt32());
    }

    private static JsonElement Written(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            MessageJson.Write(writer, message, "m.txt");
        }
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.Clone();
    }
}
