namespace Chancery.Storage.Contract;

/// <summary>What is known of a message without reading it.</summary>
/// <param name="Number">Which it is.</param>
/// <param name="Words">All words of its bytes, lower-case, in order.</param>
/// <param name="Subject">Those of its subject.</param>
/// <param name="Level">Its level as queries name it.</param>
/// <param name="Day">Its day in March 2026.</param>
internal sealed record PlainText(int Number, List<string> Words, List<string> Subject, string Level, int Day)
{
    /// <summary>True where it asks and nobody has answered.</summary>
    public bool IsUnanswered { get; set; }

    /// <summary>Words of a text: runs of letters and digits.</summary>
    public static List<string> Cut(string text) =>
        [
            .. new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];
}
