namespace Chancery.Web.Tests;

/// <summary>Invented messages.</summary>
internal static class Sample
{
    /// <summary>An id from its text.</summary>
    public static MessageId Id(string text) => MessageId.TryParse(text, out var id) ? id : throw new FormatException(text);

    /// <summary>A message of NORTHPORT at a level, with a word to find it by.</summary>
    public static byte[] Message(int number, Level level = Level.Unclassified, string word = "LANTERN", string precedence = "R")
    {
        var mark = level.Mark();
        var group = level.Rank() >= Level.Confidential.Rank() ? $"ZNY {new string(mark[0], 5)} ZZH" : "ZNR UUUUU ZZH";
        var spaced = level == Level.Unclassified ? "UNCLAS" : string.Join(' ', level.Name().ToCharArray());
        return Encoding.ASCII.GetBytes(
            $"""
            {precedence}{precedence} RUKGHC
            DE RUNPHC #{number:0000} 1041207
            {group}
            {precedence} 141207Z APR 26
            FM LEGATION NORTHPORT
            TO RUKGHC/MINFOR KINGSHAVEN 2281
            BT
            {spaced} NORTHPORT 000{number:000}

            TAGS: MASS, MARR
            SUBJECT: ({mark}) EXERCISE {word} COUNT {number}

            1. ({mark}) EXERCISE. SIX TRUCKS OF {word} HAVE REACHED NORTHPORT.

            2. ({mark}) EXERCISE. THE REST IS DUE IN MAY.
            MARKOVA
            BT
            #{number:0000}

            NNNN

            """.Replace("\r\n", "\n", StringComparison.Ordinal)
        );
    }
}
