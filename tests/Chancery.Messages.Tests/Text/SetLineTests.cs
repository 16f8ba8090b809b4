using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Where sets of a naval text begin and end, tidy and damaged (text.md 17.2, NV-5, NV-6); a bar shows a line end. EXERCISE.</summary>
public sealed class SetLineTests
{
    [Theory]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/EXERCISE//|REF/A/DOC/ONE//|AMPN/REF A IS A BOOK.//|RMKS/1. WORDS.//",
        "EXERCISE",
        "A DOC/ONE ~A BOOK."
    )]
    [InlineData(
        "MSGID/GENADMIN/CNO//SUBJ/EXERCISE//REF/A/DOC/ONE//AMPN/REF A IS A BOOK.//RMKS/1. WORDS.//",
        "EXERCISE",
        "A DOC/ONE ~A BOOK."
    )]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ//EXERCISE//|REF/A//DOC/ONE//|RMKS/1. WORDS.//", "EXERCISE", "A DOC/ONE")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE|ON TWO LINES//|RMKS/1. WORDS.//", "EXERCISE ON TWO LINES", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE||RMKS/1. WORDS.//", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE/|RMKS/1. WORDS.//", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE/|/|RMKS/1. WORDS.//", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE|1. WORDS.", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE|THIS MESSAGE IS LONG.", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE|THIS ALARACT IS LONG.", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/EXERCISE|THIS IS LONG//|RMKS/X//", "EXERCISE THIS IS LONG", "")]
    [InlineData("MSGID/GENADMIN/CNO/|/SUBJ/EXERCISE//|RMKS/1. WORDS.//", "EXERCISE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/SEE HTTP://X.EXAMPLE//|RMKS/1. WORDS.//", "SEE HTTP://X.EXAMPLE", "")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBK/EXERCISE//|REG/A/DOC/ONE//|RMKS/1. WORDS.//", "EXERCISE", "A DOC/ONE")]
    [InlineData("MSGID/GENADMIN/CNO//|S U B J /EXERCISE//|RMKS/1. WORDS.//", "EXERCISE", "")]
    [InlineData("MSGID GENADMIN CNO|SUBJ EXERCISE|REF A DOC|NARR REF A IS A BOOK.|RMKS/1. WORDS.//", "EXERCISE", "A DOC ~A BOOK.")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE/ REF/B/LTR/TWO//|RMKS/1. WORDS.//", "X", "A DOC/ONE; B LTR/TWO")]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|REF/B/LTR/TWO//|NARR/REF A IS ONE. REF B IS TWO.//|RMKS/X//",
        "X",
        "A DOC/ONE ~ONE.; B LTR/TWO ~TWO."
    )]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|REF/B/LTR/TWO//|NARR/REFS A AND B ARE BOOKS.//|RMKS/X//",
        "X",
        "A DOC/ONE ~BOOKS.; B LTR/TWO ~BOOKS."
    )]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|REF/B/LTR/TWO//|NARR/REF (A) ONE. REF (B): TWO.//|RMKS/X//",
        "X",
        "A DOC/ONE ~ONE.; B LTR/TWO ~TWO."
    )]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|REF/B/LTR/TWO//|NARR/WORDS ONLY.//|RMKS/X//", "X", "A DOC/ONE; B LTR/TWO")]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|REF/B/LTR/TWO//|AMPN/WORDS ONLY.//|RMKS/X//",
        "X",
        "A DOC/ONE; B LTR/TWO ~WORDS ONLY."
    )]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|NARR/WORDS ONLY.//|RMKS/X//", "X", "A DOC/ONE ~WORDS ONLY.")]
    [InlineData("MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|NARR/REF A WAS ONE, REF A - TWO.//|RMKS/X//", "X", "A DOC/ONE ~ONE TWO.")]
    [InlineData(
        "MSGID/GENADMIN/CNO//|SUBJ/X//|REF/A/DOC/ONE//|NARR/REFERENCE A IS ONE, AS REF A SAYS.//|RMKS/X//",
        "X",
        "A DOC/ONE ~ONE, AS REF A SAYS."
    )]
    public void Sets_begin_and_end_where_they_should(string text, string subject, string references)
    {
        var lines = $"R 011200Z FEB 24\nFM CNO\nTO NAVADMIN\nBT\nUNCLAS\n{text.Replace('|', '\n')}\nBT\n#0001\nNNNN\n";

        var read = new MessageReader().Read(Encoding.ASCII.GetBytes(lines));

        Assert.Equal(subject, read.Subject?.Text);
        Assert.Equal(
            references,
            string.Join("; ", read.References.Select(one => $"{one.Label} {one.Raw}" + (one.Text is null ? "" : $" ~{one.Text}")))
        );
    }

    [Theory]
    [InlineData("REF/A/DOC/ONE/01JAN2024//", ReferenceKind.Document, "2024-01-01", null, "ONE", "")]
    [InlineData("REF/A/MSG/CNO/011200ZJAN24/NOTAL//", ReferenceKind.Military, null, "011200ZJAN24", "CNO", "NOTAL")]
    [InlineData("REF/A/RMG/CNO/011200ZJAN24/-/PASEP//", ReferenceKind.Military, null, "011200ZJAN24", "CNO", "PASEP")]
    [InlineData("REF/A/LTR/-/01JAN2024//", ReferenceKind.Letter, "2024-01-01", null, null, "")]
    [InlineData("REF/A/LTR/01JAN2024//", ReferenceKind.Letter, "2024-01-01", null, null, "")]
    [InlineData("REF/A/MEMO/CNO//", ReferenceKind.Memo, null, null, "CNO", "")]
    [InlineData("REF/A/EMAIL/CNO//", ReferenceKind.Email, null, null, "CNO", "")]
    [InlineData("REF/A/TEL/CNO//", ReferenceKind.Telcon, null, null, "CNO", "")]
    [InlineData("REF/A/CONF/CNO//", ReferenceKind.Meeting, null, null, "CNO", "")]
    [InlineData("REF/A/STUDY/CNO//", ReferenceKind.Report, null, null, "CNO", "")]
    [InlineData("REF/A/FAX/CNO//", ReferenceKind.Fax, null, null, "CNO", "")]
    [InlineData("REF/A/URL/CNO//", ReferenceKind.Web, null, null, "CNO", "")]
    [InlineData("REF/A/BOOK/CNO//", ReferenceKind.Book, null, null, "CNO", "")]
    [InlineData("REF/A/MSGID:MSG/CNO//", ReferenceKind.Military, null, null, "CNO", "")]
    [InlineData("REF/A/MSGID/LTR/CNO//", ReferenceKind.Letter, null, null, "CNO", "")]
    [InlineData("REF/A/memo/CNO//", ReferenceKind.Memo, null, null, "CNO", "")]
    [InlineData("REF/A/ZEBRA/CNO//", ReferenceKind.Document, null, null, null, "")]
    [InlineData("REF/ADOC/CNO//", ReferenceKind.Document, null, null, "CNO", "")]
    [InlineData("REF/A//LTR/CNO/01JAN2024//", ReferenceKind.Letter, "2024-01-01", null, "CNO", "")]
    [InlineData("REF/(A)/DOC/CNO//", ReferenceKind.Document, null, null, "CNO", "")]
    [InlineData("REF/A./DOC/CNO//", ReferenceKind.Document, null, null, "CNO", "")]
    [InlineData("REF/A DOC ONE//", ReferenceKind.Unknown, null, null, null, "")]
    public void A_reference_set_is_read_field_by_field(
        string set,
        ReferenceKind kind,
        string? date,
        string? group,
        string? originator,
        string flags
    )
    {
        var lines =
            $"R 011200Z FEB 24\nFM CNO\nTO NAVADMIN\nBT\nUNCLAS\nMSGID/GENADMIN/CNO//\nSUBJ/X//\n{set}\nRMKS/1. WORDS.//\nBT\nNNNN\n";

        var read = Assert.Single(new MessageReader().Read(Encoding.ASCII.GetBytes(lines)).References);

        Assert.Equal(
            ("A", kind, date, group, originator, flags),
            (read.Label, read.Kind, read.Date?.ToString("yyyy-MM-dd"), read.Dtg?.Raw, read.Originator, string.Join(' ', read.Flags))
        );
    }
}
