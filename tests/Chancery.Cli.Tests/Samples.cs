namespace Chancery.Cli.Tests;

/// <summary>Invented messages.</summary>
internal static class Samples
{
    public const string Telegram = """
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
        SUBJECT: EXERCISE: RETURN OF STORES
        REF: NORTHPORT 401

        1. (C) EXERCISE. TEST TRAFFIC ONLY.

        GRANT
        BT
        #0417
        NNNN

        """;

    /// <summary>As <see cref="Telegram"/>, filed on day 367 of the year: an error (TX-203).</summary>
    public static string WithWrongDay => Telegram.Replace("#0417 0321200", "#0417 3671200");
}
