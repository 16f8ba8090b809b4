namespace Chancery.Messages.Tests.Checks;

/// <summary>Each rule of naval texts with a text on which it fires and one on which it is silent; what such a text says of its life. EXERCISE.</summary>
public sealed class NavalRuleTests
{
    [Fact]
    public void A_form_of_copies_is_not_older_than_its_message()
    {
        Assert.Contains(Copy("CLASSIFICATION: UNCLASSIFIED//", "09"), finding => finding.Id == "NV-3");
        Assert.DoesNotContain(Copy("CLASSIFICATION: UNCLASSIFIED//", "23"), finding => finding.Id == "NV-3");
        Assert.DoesNotContain(Copy("UNCLASSIFIED//", "09"), finding => finding.Id == "NV-3");

        static IEnumerable<Finding> Copy(string first, string year) =>
            Sample
                .Read(
                    $"{first}\nROUTINE\nR 041441Z SEP {year}\nFM HARBOUR BOARD NORTHPORT//N1//\nTO ALLPORTS\nBT\nUNCLAS\n{Sets}RMKS/1. WORDS.//\nBT\n#0001\nNNNN\n"
                )
                .Findings;
    }

    private const string Sets = "MSGID/GENADMIN/HARBOUR BOARD//\nSUBJ/EXERCISE BUOY//\n";

    [Theory]
    [InlineData("NV-1", "UNCLAS\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//", "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//")]
    [InlineData(
        "NV-1",
        "UNCLAS //N1234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//",
        "UNCLAS\nPASS TO OFFICE CODES:\nUNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//"
    )]
    [InlineData(
        "NV-2",
        "UNCLAS //N01234//\nNAVADMIN 9/06\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//",
        "UNCLAS //N01234//\nNAVADMIN 009/06\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//"
    )]
    [InlineData("NV-6", "UNCLAS //N01234//\nMSGID/GENADMIN/X//SUBJ/EXERCISE//", "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//")]
    [InlineData(
        "X-12",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nPOC/ROE/LT/UNIT\n\nRMKS/1. WORDS.//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nPOC/ROE/LT/UNIT//\nRMKS/1. WORDS.//"
    )]
    [InlineData(
        "NV-5",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nREF/A/DOC/X/01JAN06/\nRMKS/1. WORDS.//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nREF/A/DOC/X/01JAN06//\nRMKS/1. WORDS.//"
    )]
    [InlineData(
        "NV-7",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nREF/A/MSG/X/17 OF LATE//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nREF/A/MSG/X/281838Z/DEC2005//"
    )]
    [InlineData(
        "NV-8",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nRMKS/1. WORDS.\n2. REMAINS IN EFFECT UNTIL SUPERSEDED.//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nRMKS/1. WORDS.//"
    )]
    [InlineData(
        "NV-9",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE (CORRECTED COPY)//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//"
    )]
    [InlineData(
        "X-14",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nRMKS/1. WORDS.//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nRMKS/1. WORDS.\n2. RELEASED BY LT ROE.//"
    )]
    [InlineData(
        "NV-4",
        "UNCLAS //N01234//\nSUBJ/EXERCISE//\nMSGID/GENADMIN/X//\nRMKS/1. WORDS.//",
        "UNCLAS //N01234//\nEXER/EXERCISE//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nRMKS/1. WORDS.//"
    )]
    [InlineData(
        "NV-4",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//\nGENTEXT/REMARKS/1. WORDS.//"
    )]
    [InlineData(
        "CL-9",
        "UNCLAS SPECAT //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//",
        "UNCLAS //N01234//\nMSGID/GENADMIN/X//\nSUBJ/EXERCISE//"
    )]
    public void Naval_texts_are_checked(string id, string fires, string silent)
    {
        Assert.Contains(id, Read(fires).Findings.Select(f => f.Id));
        Assert.DoesNotContain(id, Read(silent).Findings.Select(f => f.Id));
    }

    [Fact]
    public void A_stub_is_told_from_a_message()
    {
        Assert.Contains(
            "NV-10",
            new MessageReader().Read(Sample.Bytes("MSGID/GENADMIN/X//\nSUBJ/SEE OTHER//\n")).Findings.Select(f => f.Id)
        );
        Assert.DoesNotContain("NV-10", Read($"UNCLAS\n{Sets}RMKS/1. WORDS.//").Findings.Select(f => f.Id));
    }

    [Theory]
    [InlineData("This NAVADMIN will remain in effect until superseded or 30 September\n2018, whichever comes first.", "2018-09-30")]
    [InlineData("THIS MESSAGE WILL REMAIN IN EFFECT UNTIL SUPERSEDED OR CANCELLED.", null)]
    [InlineData("This message is canceled for record purposes on 30 September 2017.", "2017-09-30")]
    public void The_day_on_which_a_message_ends_is_read(string sentence, string? day)
    {
        var read = Read($"UNCLAS //N01234//\n{Sets}RMKS/1. WORDS.\n2. {sentence}//").Cancellation;

        Assert.NotNull(read);
        Assert.Equal(day, read.On?.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("1. NAVADMIN 007/06 IS CANCELLED.", "Cancels NAVADMIN 007/2006 -")]
    [InlineData("1. REF A IS HEREBY SUPERSEDED.", "Cancels NAVADMIN 012/2005 A")]
    [InlineData("1. This message cancels reference (a).", "Cancels NAVADMIN 012/2005 A")]
    [InlineData(
        "1. Reference (a) is cancelled.  Refer to corrected copy NAVADMIN\n014/05.",
        "Cancels NAVADMIN 012/2005 A|CorrectedBy NAVADMIN 014/2005 -"
    )]
    [InlineData("1. THE COURSE IS CANCELLED.", "")]
    [InlineData("1. THE COURSE OUTLINED IN NAVADMIN 007/06 IS CANCELLED.", "")]
    [InlineData("1. THE RULE OF REF A IS CANCELLED.", "")]
    public void What_a_message_cancels_is_read(string paragraph, string expected)
    {
        var read = Read(
            $"UNCLAS //N01234//\n{Sets}REF/A/MSG/X/281838ZDEC05//\nAMPN/REF A IS NAVADMIN 012/05, BUOYS.//\nRMKS/{paragraph}//"
        );

        Assert.Equal(
            expected,
            string.Join(
                '|',
                read.Supersessions.Select(s => $"{s.How} {s.Serial?.Title} {s.Serial?.Number}/{s.Serial?.Year} {s.ReferenceLabel ?? "-"}")
            )
        );
    }

    private static Message Read(string text) =>
        new MessageReader().Read(
            Sample.Bytes(
                $"""
                RTTUZYUW RVBCYKN0001 0331200-UUUU--RVDOSAB.
                ZNR UUUUU
                R 021200Z FEB 06
                FM HARBOUR BOARD NORTHPORT
                TO PILOT OFFICE WESTPORT
                BT
                {text}
                BT
                #0001
                NNNN

                """
            )
        );
}
