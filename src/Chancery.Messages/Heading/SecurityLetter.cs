namespace Chancery.Messages.Heading;

/// <summary>Letters that stand for a class in format lines 2 and 4, and the release codes that may follow them (transmission.md 6.1, 6.4).</summary>
internal static class SecurityLetter
{
    /// <summary>What a class letter means; null where it means none. Special categories and M count as the highest.</summary>
    public static Level? Level(byte letter) =>
        letter switch
        {
            (byte)'U' or (byte)'E' => Messages.Level.Unclassified,
            (byte)'R' => Messages.Level.Restricted,
            (byte)'C' => Messages.Level.Confidential,
            (byte)'S' => Messages.Level.Secret,
            (byte)'T' or (byte)'A' or (byte)'B' or (byte)'M' => Messages.Level.TopSecret,
            _ => null,
        };

    /// <summary>Two letters of A B C O U X Z, equal or in ascending order.</summary>
    public static bool IsReleaseCode(ReadOnlySpan<byte> letters) =>
        letters.Length == 2 && IsReleaseLetter(letters[0]) && IsReleaseLetter(letters[1]) && letters[0] <= letters[1];

    /// <summary>The release code at the end of a redundancy group, or empty where the group repeats its class letter to the end.</summary>
    public static ReadOnlySpan<char> ReleaseCode(string? group) =>
        group is { Length: >= 4 } && (group[^1] != group[0] || group[^2] != group[0]) ? group.AsSpan(group.Length - 2) : default;

    private static bool IsReleaseLetter(byte letter) => "ABCOUXZ".Contains((char)letter);
}
