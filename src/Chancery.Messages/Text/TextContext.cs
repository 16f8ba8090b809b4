using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>What a text reader works on: the lines of the text, classification line first, and what the heading already told.</summary>
/// <param name="View">The reading view.</param>
/// <param name="Lines">All lines of the message.</param>
/// <param name="First">First line of the text (behind BT, or by TB-2).</param>
/// <param name="End">The line after the last one of the text (before BT, or by TB-3).</param>
/// <param name="Options">Options of the reading.</param>
/// <param name="Tools">Lists and names to work with.</param>
internal sealed record TextContext(MessageView View, LineTable Lines, int First, int End, ReaderOptions Options, ReadingTools Tools)
{
    /// <summary>Where on line <see cref="First"/> the text begins, in the view; the line's start unless something was glued in front.</summary>
    public int Start { get; init; }

    /// <summary>Where the text ends in the view; the end of the last line unless an end mark was glued behind (TB-5).</summary>
    public int Stop { get; init; }

    /// <summary>Lines inside the text that are page lines, ascending; they are cut, never edited (N-7).</summary>
    public IReadOnlyList<int> PageLines { get; init; } = [];

    /// <summary>The transmission form.</summary>
    public Profile Profile { get; init; }

    /// <summary>True where no family is looked for: service messages, encrypted texts and messages of other networks.</summary>
    public bool IsKeptPlain { get; init; }

    /// <summary>The date-time group of the heading, or null.</summary>
    public DateTimeGroup? Dtg { get; init; }

    /// <summary>The station's serial number of the heading, or null.</summary>
    public string? Serial { get; init; }

    /// <summary>Name of the originator, or null.</summary>
    public string? From { get; init; }

    /// <summary>The post that the directory has under a name.</summary>
    public PostMatch? FindPost(string name) => Tools.Posts.Find(Options.Directory, name);
}
