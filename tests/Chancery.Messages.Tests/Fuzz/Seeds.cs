using System.Text;

namespace Chancery.Messages.Tests.Fuzz;

/// <summary>What the fuzzer begins with: invented messages of every form and family. EXERCISE.</summary>
internal static class Seeds
{
    private const string Telegram = """
        VZCZCXRO0007
        PP RUEHC
        DE RUEHNP #0817/01 2731221
        ZNY CCCCC ZZH
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RUEHC/MINFOR HOMECITY PRIORITY 9669
        INFO COASTAL COLLECTIVE
        XMT LEGATION EASTPORT
        BT
        C O N F I D E N T I A L SECTION 01 OF 02 NORTHPORT 000817

        SIPDIS
        STATE FOR EUR/WE (ROE)

        E.O. 12958: DECL: 09/25/2018
        TAGS: MASS, PREL, OVIP (ROE, JANE)
        SUBJECT: (U) REQUEST FOR TWELVE RADIOS
        REF: A. HOMECITY 1234
             B. 07 ULMA 567 (NOTAL)

        Classified By: Ambassador Jane Roe for reasons 1.4 (b) and (d).

        1. (C) SUMMARY: The harbour board asks for twelve radios. END SUMMARY.



        NORTHPORT 00000817  002 OF 002
        Background
        ----------

        2. (U) See ref A, para 3.

        ROE
        BT
        #0817
        NNNN

        """;

    private const string Naval = """
        RTTUZYUW RVBCYKN0042 0331200-UUUU--RVDOSAB.
        ZNR UUUUU ZUI RVBCYKN0041 0331100
        R 021200Z FEB 02 ZYB MIN
        FM HARBOUR BOARD NORTHPORT//N1//
        TO NAVADMIN
        BT
        UNCLAS //N02000//
        NAVADMIN 161/02
        MSGID/GENADMIN/HARBOUR BOARD/N1/FEB//
        SUBJ/EXERCISE NORTHERN LANTERN//
        REF/A/DOC/HARBOUR BOARD/30JAN2002//
        REF/B/MSG/HARBOUR BOARD/131544ZDEC01//
        NARR/REF A IS THE ORDER. REF B IS NAVADMIN 12/01.//
        POC/ROE/CDR/HARBOUR BOARD/TEL:555-0142//
        RMKS/1. BUOY SEVEN IS BACK.
        2. CANCELS NAVADMIN 12/01. RELEASED BY CAPT ROE.//
        BT
        #0042
        NNNN

        """;

    private const string Pilot = """
        VV   KLA031     UU
        RR RVKLDA
        ZNR UUUUU ZOV RVKLAB
        EVC093HBA207
        RR RVKLAB
        DE RVHBC 058C 14/0731Z
        R 140900Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO AIG 207
        R 140725Z MAY 2007 ZFG
        FM PILOT OFFICE WESTPORT
        TO HARBOUR BOARD NORTHPORT
        ALFX GR 2
        BT
        UNCLAS
        SUBJ: BUOYS
        1. EXERCISE E E E E E E E E EXERCISE.
        BT
        C 1 WA BUOYS
        NNNN

        """;

    /// <summary>All of them as bytes.</summary>
    public static readonly byte[][] All =
    [
        .. Sample
            .All.Append(Telegram)
            .Append(Naval)
            .Append(Pilot)
            .SelectMany<string, string>(text => [text, text.Replace("\n", "\r\r\n", StringComparison.Ordinal)])
            .Select(Encoding.UTF8.GetBytes),
    ];
}
