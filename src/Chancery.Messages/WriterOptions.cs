namespace Chancery.Messages;

/// <summary>How messages are written. Immutable; the defaults are what a teletype circuit takes.</summary>
public sealed record WriterOptions
{
    /// <summary>Lines of CR CR LF, pages of 20 lines, sections of five text pages, proof with the carried tables.</summary>
    public static WriterOptions Default { get; } = new();

    /// <summary>How lines end.</summary>
    public LineEnd LineEnd { get; init; } = LineEnd.CrCrLf;

    /// <summary>
    /// Pages of text that one transmission carries, a page that heading and text share not counted; a longer text goes in sections (transmission.md
    /// 1.8). 1 or more, less counts as 1.
    /// </summary>
    public int TextPages { get; init; } = 5;

    /// <summary>ACP 128: the language media format letters of a message that brings none. Two letters.</summary>
    public string LanguageMediaFormat { get; init; } = "TT";

    /// <summary>ACP 128: the content indicator of a message that brings none. Four characters.</summary>
    public string ContentIndicator { get; init; } = "ZYUW";

    /// <summary>How the written bytes are read again for proof; directory and receipt time are taken from here.</summary>
    public ReaderOptions Reading { get; init; } = ReaderOptions.Default;
}
