using System.Text;
using CsCheck;

namespace Chancery.Messages.Tests;

/// <summary>Invented messages that the tests read, change and damage. EXERCISE.</summary>
internal static class Sample
{
    /// <summary>ACP 127 US, clean (vector V1).</summary>
    public const string UnitedStates = """
        VZCZCABA021
        PP RVEHAA RVEHAB
        DE RVEHBB #0817 2731221
        ZNY CCCCC
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        INFO RVEHAB/LEGATION EASTPORT
        RVEHAC/LEGATION WESTPORT
        BT
        C O N F I D E N T I A L
        EXERCISE TEXT.
        BT
        #0817







        NNNN

        """;

    /// <summary>ACP 128 (vector V3).</summary>
    public const string Header = """
        VZCZCYKN001
        RTTUZYUW RVBCYKN0001 0331200-UUUU--RVDOSAB RVLYCUR.
        ZNR UUUUU
        R 021200Z FEB 02
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS
        EXERCISE BUOY SEVEN BACK IN PLACE.
        BT
        #0001
        NNNN

        """;

    /// <summary>State form with everything that a heading there may hold.</summary>
    public const string State = """
        VZCZCXRO3894
        OO RVEHAA
        DE RVEHBP #0817/01 2731221
        ZNY CCCCC ZZH
        O 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHC/MINFOR HOMECITY IMMEDIATE 9669
        INFO ALPHA COLLECTIVE PRIORITY
        RVEHAA/AIG 1234
        RVEHAA/LEGATION EASTPORT NIACT IMMEDIATE 0491
        BT
        C O N F I D E N T I A L SECTION 01 OF 02 NORTHPORT 000817
        EXERCISE TEXT.
        BT
        #0817
        NNNN

        """;

    /// <summary>Base ACP 127 (vector V27).</summary>
    public const string Base = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS BUOY SEVEN BACK IN PLACE
        BT
        NNNN

        """;

    /// <summary>A reading copy: no procedure lines, banners around it, the address repeated in the text.</summary>
    public const string Copy = """
        UNCLASSIFIED//
        ROUTINE
        R 041441Z SEP 18
        FM HARBOUR BOARD NORTHPORT//N1//
        TO ALLPORTS
        INFO HARBOUR BOARD NORTHPORT//N1/N2//
        BT
        UNCLAS

        PASS TO OFFICE CODES:
        FM HARBOUR BOARD NORTHPORT//N1//
        INFO HARBOUR BOARD NORTHPORT//N1//
        SUBJ/EXERCISE EXERCISE EXERCISE//

        RMKS/1.  Buoy seven is back in place.//

        BT
        #0001
        NNNN
        UNCLASSIFIED//

        """;

    /// <summary>Every sample.</summary>
    public static readonly string[] All = [UnitedStates, Header, State, Base, Copy];

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Message Read(string text) => Assert.Single(new MessageReader().ReadAll(Bytes(text)));

    /// <summary>The ids found with their severities, such as <c>TX-404 info</c>; text rules left out.</summary>
    public static string[] Findings(Message message) =>
        [
            .. message
                .Findings.Where(f => f.Id.StartsWith("TX-", StringComparison.Ordinal))
                .Select(f => $"{f.Id} {f.Severity.ToString().ToLowerInvariant()}"),
        ];

    /// <summary>Any one of the values.</summary>
    public static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
