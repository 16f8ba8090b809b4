using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>
/// The untidy fields of telegrams of twenty-five years, one table a field, and general messages in every form (Text/Messy). EXERCISE.
/// </summary>
public sealed class MessyFragmentTests
{
    private const string LaterLine = "E.O. 12958: DECL: 10/02/2018";

    public static TheoryData<string, string> References => Fragments("references");

    public static TheoryData<string, string> Authorities => Fragments("authorities");

    public static TheoryData<string, string> Tags => Fragments("tags");

    public static TheoryData<string, string> Subjects => Fragments("subjects");

    public static TheoryData<string, string> Orders => Fragments("orders");

    public static TheoryData<string, string> GeneralMessages => Fragments("general-messages");

    public static TheoryData<string, string> DamagedTelegrams => Fragments("damaged-telegrams");

    [Theory]
    [MemberData(nameof(References))]
    public void Untidy_references_are_taken_apart(string lines, string expected) =>
        Assert.Equal(expected, string.Join("; ", Head($"{LaterLine}\nTAGS: PREL\nSUBJECT: EXERCISE\n{lines}").References.Select(Show)));

    [Theory]
    [MemberData(nameof(Authorities))]
    public void Untidy_authorities_are_parted_into_title_name_and_reasons(string lines, string expected)
    {
        var read = Head($"{LaterLine}\nTAGS: PREL\nSUBJECT: EXERCISE\n\n{lines}").ClassifiedBy;

        var reasons = read is null || read.Reasons.IsEmpty ? "-" : string.Join(' ', read.Reasons.Select(r => r.Section + r.Letter));
        Assert.Equal(expected, $"{read?.Title ?? "-"} | {read?.Name ?? "-"} | {reasons}");
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Untidy_tags_are_read_as_meant(string lines, string expected)
    {
        var subject = lines.Contains("SUBJ", StringComparison.Ordinal) ? "" : "\nSUBJECT: EXERCISE";

        var tags = Head($"{LaterLine}\n{lines}{subject}").Tags;

        Assert.Equal(
            expected,
            string.Join(' ', tags.Select(tag => tag.Kind is TagKind.Person or TagKind.Term ? $"({tag.Code})" : tag.Code))
        );
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Untidy_subjects_begin_and_end_where_they_should(string lines, string expected)
    {
        var subject = Head($"{LaterLine}\nTAGS: PREL\n{lines}").Subject;

        Assert.Equal(expected, subject?.Text + (subject?.Portion is { } mark ? $" | {mark.Level.Name()}" : ""));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Untidy_orders_give_their_day_event_or_codes(string lines, string expected)
    {
        var read = Head($"{lines}\nTAGS: PREL\nSUBJECT: EXERCISE").Declassification;

        Assert.Equal(
            expected,
            $"{read?.Order} {read?.Kind} {read?.Date:yyyy-MM-dd} {string.Join(',', read?.Codes ?? [])} {read?.Event}".Trim()
        );
    }

    [Theory]
    [MemberData(nameof(GeneralMessages))]
    public void General_messages_give_title_time_originator_subject_and_references_whatever_their_form(string lines, string expected)
    {
        var message = new MessageReader().Read(Encoding.UTF8.GetBytes(lines));

        var title = message.Serial is { } serial ? $"{serial.Title} {serial.Number}/{serial.Year}" : "-";
        string[] found =
        [
            title,
            message.Dtg?.Raw ?? "-",
            message.From?.Name ?? "-",
            message.Subject?.Text ?? "-",
            string.Join(' ', message.References.Select(reference => reference.Label)),
        ];
        Assert.Equal(expected, string.Join(" | ", found).Trim());
    }

    [Theory]
    [MemberData(nameof(DamagedTelegrams))]
    public void Damaged_copies_of_telegrams_give_what_is_still_there(string lines, string expected)
    {
        var message = Assert.Single(new MessageReader().ReadAll(Encoding.UTF8.GetBytes(lines)));

        string[] found =
        [
            message.Mrn?.Canonical ?? "-",
            message.Dtg?.Raw ?? "-",
            message.From?.Name ?? "-",
            message.Classification?.Level.Name() ?? "-",
            string.Join(' ', message.Tags.Select(tag => tag.Code)),
            message.Subject?.Text ?? "-",
            string.Join("; ", message.References.Select(Show)),
            $"{message.ClassifiedBy?.Name ?? "-"} {string.Join(' ', message.ClassifiedBy?.Reasons.Select(r => r.Section + r.Letter) ?? [])}",
            message.Paragraphs.Length.ToString(),
            message.Signature ?? "-",
        ];
        Assert.Equal(expected, string.Join(" | ", found));
    }

    private static string Show(MessageReference reference)
    {
        var what = reference.Mrn?.Canonical ?? reference.Originator ?? reference.Text ?? reference.Raw;
        var flags = reference.Flags.IsEmpty ? "" : $" [{string.Join(", ", reference.Flags)}]";
        return $"{reference.Label ?? "-"} {reference.Kind.ToString().ToLowerInvariant()} {what}{flags}";
    }

    /// <summary>Reads a telegram with these lines in its head; a line <c>@ …</c> names its date-time group.</summary>
    private static Message Head(string lines)
    {
        var kept = lines.Split('\n').ToLookup(line => line.StartsWith("@ ", StringComparison.Ordinal));
        var dtg = kept[true].FirstOrDefault()?[2..] ?? "021015Z OCT 08";
        var text = $"""
            R {dtg}
            FM AMEMBASSY LOME
            TO SECSTATE WASHDC
            BT
            C O N F I D E N T I A L LOME 000412

            SIPDIS

            {string.Join('\n', kept[false])}

            2. (C) Words of the exercise.

            ROE
            BT
            #0412
            NNNN

            """;
        return Assert.Single(new MessageReader().ReadAll(Encoding.UTF8.GetBytes(text)));
    }

    private static TheoryData<string, string> Fragments(string name)
    {
        using var stream = typeof(MessyFragmentTests).Assembly.GetManifestResourceStream($"Messy.{name}.txt")!;
        using var reader = new StreamReader(stream);
        var data = new TheoryData<string, string>();
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("=>", StringComparison.Ordinal))
            {
                data.Add(string.Join('\n', lines), line[2..].Trim());
                lines.Clear();
            }
            else if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }
        return data;
    }
}
