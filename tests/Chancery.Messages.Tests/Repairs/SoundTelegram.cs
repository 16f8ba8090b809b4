namespace Chancery.Messages.Tests.Repairs;

/// <summary>A telegram with nothing to mend, for faults to be put into. EXERCISE.</summary>
internal static class SoundTelegram
{
    public const string Text = """
        VZCZCQQA017
        RR RVEHAA
        DE RVEHBB #0417 0321200
        ZNY CCCCC
        R 011200Z FEB 24
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT
        C O N F I D E N T I A L NORTHPORT 000417

        E.O. 13526: DECL: 02/01/2034
        TAGS: MASS, PREL
        SUBJECT: (U) EXERCISE: RETURN OF STORES
        REF: NORTHPORT 401

        1. (C) EXERCISE. TEST TRAFFIC ONLY.

        2. (U) EXERCISE. SECOND PARAGRAPH.

        GRANT
        BT
        #0417
        NNNN

        """;
}
