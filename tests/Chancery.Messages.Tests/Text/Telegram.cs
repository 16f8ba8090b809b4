namespace Chancery.Messages.Tests.Text;

/// <summary>Builds invented telegrams around the lines a test is about. EXERCISE.</summary>
internal static class Telegram
{
    private static readonly MessageReader Reader = new(
        ReaderOptions.Default with
        {
            Directory = StationDirectory.Parse(
                """
                ri,name,kind,post,aliases
                RVEHNP,LEGATION NORTHPORT,embassy,NORTHPORT,N PORT
                RVEHSB,LEGATION SOUTH BAY,embassy,SOUTH BAY,
                RVEHUL,LEGATION ULMA,embassy,ULMA,
                RVEHUM,LEGATION ULMB,embassy,ULMB,
                RVEHC,MINFOR HOMECITY,department,HOME,MINFOR|HOMECITY
                RVEHZK,COASTAL COLLECTIVE,collective,,
                """
            ),
        }
    );

    /// <summary>A whole telegram with this text.</summary>
    public static Message Read(string text, string dtg = "291221Z SEP 08") =>
        Assert.Single(
            Reader.ReadAll(
                Sample.Bytes(
                    $"""
                    VZCZCXRO3894
                    RR RVEHC
                    DE RVEHNP #0817 2731221
                    ZNY CCCCC ZZH
                    R {dtg}
                    FM LEGATION NORTHPORT
                    TO RVEHC/MINFOR HOMECITY 9669
                    BT
                    {text}
                    BT
                    #0817
                    NNNN

                    """
                )
            )
        );

    /// <summary>A telegram with this classification line and an ordinary rest.</summary>
    public static Message Line(string line) =>
        Read($"{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE EXERCISE\n\n1. (U) Words.\n\nROE");

    /// <summary>A telegram with these lines between captions and paragraphs.</summary>
    public static Message Head(string head, string dtg = "291221Z SEP 08") =>
        Read($"C O N F I D E N T I A L NORTHPORT 000817\n\nSIPDIS\n\n{head}\n\n1. (C) Words of the exercise.\n\nROE", dtg);

    /// <summary>A telegram with these paragraphs and what follows.</summary>
    public static Message Body(string body) =>
        Read(
            $"C O N F I D E N T I A L NORTHPORT 000817\n\nE.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: (U) EXERCISE EXERCISE\n\nClassified By: DCM Jane Roe for reasons 1.4 (b)\n\n{body}"
        );

    /// <summary>A telegram to this addressee.</summary>
    public static Message Addressed(string addressee, string paragraph = "1. (C) Words.") =>
        Assert.Single(
            Reader.ReadAll(
                Sample.Bytes(
                    $"""
                    VZCZCXRO3894
                    RR RVEHC
                    DE RVEHNP #0817 2731221
                    ZNY CCCCC ZZH
                    R 291221Z SEP 08
                    FM LEGATION NORTHPORT
                    TO {addressee}
                    BT
                    C O N F I D E N T I A L NORTHPORT 000817

                    E.O. 12958: DECL: 09/25/2018
                    TAGS: PREL
                    SUBJECT: (U) EXERCISE

                    {paragraph}

                    ROE
                    BT
                    #0817
                    NNNN

                    """
                )
            )
        );

    /// <summary>The same bytes as checked before sending.</summary>
    public static Message Outgoing(Message message) => new MessageReader(Reader.Options with { Outgoing = true }).Read(message.Raw);

    /// <summary>The ids of findings of the text rules.</summary>
    public static string[] Ids(Message message) =>
        [.. message.Findings.Select(f => f.Id).Where(id => !id.StartsWith("TX-", StringComparison.Ordinal)).Distinct()];
}
