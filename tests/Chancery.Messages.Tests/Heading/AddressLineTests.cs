using System.Text;

namespace Chancery.Messages.Tests.Heading;

/// <summary>Addresses line by line, tidy and damaged, with what is said of them (transmission.md 2.8). EXERCISE.</summary>
public sealed class AddressLineTests
{
    private const string Order = "This line is out of order, an address goes FM, TO, INFO, XMT.";

    [Theory]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO MINFOR HOMECITY|INFO ZEN/HARBOUR BOARD",
        "LEGATION NORTHPORT > MINFOR HOMECITY + ZEN/HARBOUR BOARD"
    )]
    [InlineData("FM RVEHBB/LEGATION NORTHPORT|TO MINFOR HOMECITY", "RVEHBB/LEGATION NORTHPORT > MINFOR HOMECITY")]
    [InlineData(
        "FM LEGATION NORTHPORT//POL/ECON//|TO MINFOR HOMECITY//EUR/NEA//",
        "LEGATION NORTHPORT//POL/ECON > MINFOR HOMECITY//EUR/NEA"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY//EUR/|NEA//", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY//EUR/NEA")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|//EUR//", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY//EUR")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/MINFOR   HOMECITY,", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY RVEHAC/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY, RVEHAC/PORT ULMA"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|RVEHAC/PORT ULMA|PORT ULMB",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY, RVEHAC/PORT ULMA, PORT ULMB"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY INFO RVEHAB/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA"
    )]
    [InlineData("FM LEGATION NORTHPORT TO RVEHAA/MINFOR HOMECITY", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/AIG 1234|XMT RVEHAD/PORT ULMA|PORT ULMB",
        "LEGATION NORTHPORT > RVEHAA/AIG 1234 - RVEHAD/PORT ULMA, PORT ULMB"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/AIG 1234|XMT/RVEHAD/PORT ULMA", "LEGATION NORTHPORT > RVEHAA/AIG 1234 - RVEHAD/PORT ULMA")]
    [InlineData("FM LEGATION NORTHPORT|TO|RVEHAA/MINFOR HOMECITY", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY")]
    [InlineData(
        "FM LEGATION NORTHPORT||TO RVEHAA/MINFOR HOMECITY||INFO PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + PORT ULMA"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC IMMEDIATE 9669", "LEGATION NORTHPORT > SECSTATE WASHDC !IMMEDIATE #9669")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO AMEMBASSY ROME PRIORITY 0491",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + AMEMBASSY ROME !PRIORITY #0491"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO AMCONSUL MILAN NIACT IMMEDIATE", "LEGATION NORTHPORT > AMCONSUL MILAN !NIACT IMMEDIATE")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC FLASH 123456", "LEGATION NORTHPORT > SECSTATE WASHDC !FLASH #123456")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO PORT ULMA ROUTINE 123",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + PORT ULMA !ROUTINE #123"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO PORT ULMA 12",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + PORT ULMA 12"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO PORT ULMA 1234567",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + PORT ULMA 1234567"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO AIG 1234|CTF 1234|CTG 1234|CTU 1234",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + AIG 1234, CTF 1234, CTG 1234, CTU 1234"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC PRIORTY 9669", "LEGATION NORTHPORT > SECSTATE WASHDC !PRIORITY #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC IMMEDIATEE 9669", "LEGATION NORTHPORT > SECSTATE WASHDC !IMMEDIATE #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC ROUTXNE 9669", "LEGATION NORTHPORT > SECSTATE WASHDC !ROUTINE #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC ROUTXXE 9669", "LEGATION NORTHPORT > SECSTATE WASHDC ROUTXXE #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDCIMMEDIATE 9669", "LEGATION NORTHPORT > SECSTATE WASHDC !IMMEDIATE #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9O69", "LEGATION NORTHPORT > SECSTATE WASHDC #9O69")]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO PORT ULMA 9OO9",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + PORT ULMA 9OO9"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO SECSTATE WASHDC 9669|INFO PORT ULMA 9O9",
        "LEGATION NORTHPORT > SECSTATE WASHDC #9669 + PORT ULMA 9O9"
    )]
    [InlineData("FM LEGATION NORTHPORT|TO PORT ULMA 9669", "LEGATION NORTHPORT > PORT ULMA 9669")]
    [InlineData("FM LEGATION NORTHPORT|TO PORT ULMA PRIORITY 9669", "LEGATION NORTHPORT > PORT ULMA !PRIORITY #9669")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAAAMEMBASSY ROME", "LEGATION NORTHPORT > RVEHAA/AMEMBASSY ROME")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHSECSTATE WASHDC", "LEGATION NORTHPORT > RVEH/SECSTATE WASHDC")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAABBAMCONSUL MILAN", "LEGATION NORTHPORT > RVEHAABB/AMCONSUL MILAN")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAABBCAMCONSUL MILAN", "LEGATION NORTHPORT > RVEHAABBCAMCONSUL MILAN")]
    [InlineData("FM LEGATION NORTHPORT|TO XVEHAA/AMEMBASSY ROME", "LEGATION NORTHPORT > XVEHAA/AMEMBASSY ROME")]
    [InlineData("FM LEGATION NORTHPORT|TO XVEHAAAMEMBASSY ROME", "LEGATION NORTHPORT > XVEHAAAMEMBASSY ROME")]
    [InlineData("FM LEGATION NORTHPORT|TO RVEHAA/PORT ULMA//OU=X//", "LEGATION NORTHPORT > RVEHAA/PORT ULMA//OU=X")]
    // What is damaged is read where the place asks for it, and told.
    [InlineData(
        "FM: LEGATION NORTHPORT|TO: RVEHAA/MINFOR HOMECITY|INFO: PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + PORT ULMA",
        "A colon stands behind the prosign. A colon stands behind the prosign. A colon stands behind the prosign."
    )]
    [InlineData(
        "FN LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "The line begins with FN, FM was expected."
    )]
    [InlineData(
        "FROM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "The line begins with FROM, FM was expected."
    )]
    [InlineData(
        "FMM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "The line begins with FMM, FM was expected."
    )]
    [InlineData(
        "FMLEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "A blank is missing behind FM."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "TO is missing in front of this line."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TP RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "The line begins with TP, TO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TOO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "The line begins with TOO, TO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TORVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "A blank is missing behind TO."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INFORVEHAB/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA",
        "A blank is missing behind INFO."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INFP RVEHAB/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA",
        "The line begins with INFP, INFO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INFP PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + PORT ULMA",
        "The line begins with INFP, INFO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INF RVEHAB/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA",
        "The line begins with INF, INFO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INFOO RVEHAB/PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA",
        "The line begins with INFOO, INFO was expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INF PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY, INF PORT ULMA"
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "This line of the heading stands twice, once is expected."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|INFO RVEHAB/PORT ULMA|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY + RVEHAB/PORT ULMA",
        Order
    )]
    [InlineData("TO RVEHAA/MINFOR HOMECITY|FM LEGATION NORTHPORT", "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY", Order)]
    [InlineData(
        "FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|FM PORT ULMA",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "A second FM stands in the address, a message has one originator."
    )]
    [InlineData(
        "FM LEGATION NORTHPORT|OF THE NORTH|TO RVEHAA/MINFOR HOMECITY",
        "LEGATION NORTHPORT > RVEHAA/MINFOR HOMECITY",
        "This line of the heading fits no format line."
    )]
    public void Addresses_are_read_and_their_damage_is_told(string address, string expected, string said = "")
    {
        var text =
            $"RR RVEHAA\nDE RVEHBB #0817 2731221\nZNR UUUUU\nR 291221Z SEP 08\n{address.Replace('|', '\n')}\nBT\nUNCLAS\nEXERCISE.\nBT\n#0817\nNNNN\n";

        var read = Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(text)));

        Assert.Equal(
            expected,
            $"{Show(read.From!.RoutingIndicator, read.From.Name, read.From.Offices)} > {string.Join(", ", read.Action.Select(Show))}"
                + (read.Info.IsEmpty ? "" : $" + {string.Join(", ", read.Info.Select(Show))}")
                + (
                    read.Exempt.IsEmpty
                        ? ""
                        : $" - {string.Join(", ", read.Exempt.Select(one => Show(one.RoutingIndicator, one.Name, [])))}"
                )
        );
        Assert.Equal(
            said,
            string.Join(
                ' ',
                read.Findings.Where(finding => finding.Id is "TX-108" or "TX-109" or "TX-414").Select(finding => finding.Message)
            )
        );
    }

    private static string Show(Addressee one) =>
        (one.IsServedOtherwise ? "ZEN/" : "")
        + Show(one.RoutingIndicator, one.Name, one.Offices)
        + (one.Precedence is { } precedence ? $" !{precedence.Name()}" : "")
        + (one.Number is { } number ? $" #{number}" : "");

    private static string Show(string? indicator, string name, System.Collections.Immutable.ImmutableArray<string> offices) =>
        (indicator is null ? "" : indicator + "/") + name + (offices.IsEmpty ? "" : "//" + string.Join('/', offices));
}
