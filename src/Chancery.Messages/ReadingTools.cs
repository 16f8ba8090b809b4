using Chancery.Messages.Framing;
using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages;

/// <summary>
/// What a reading needs beside the bytes and leaves behind: tables and lists that would be made anew for every message. A reader keeps one set and
/// lends it to one call at a time.
/// </summary>
internal sealed class ReadingTools
{
    /// <summary>A table of more lines than these is not kept: one huge input must not hold its memory for ever.</summary>
    private const int MostLinesKept = 1 << 16;

    /// <summary>The lines of the whole input.</summary>
    public LineTable InputLines { get; } = new();

    /// <summary>The lines of one message, where they are not those of the input.</summary>
    public LineTable MessageLines { get; } = new();

    /// <summary>The names met before.</summary>
    public NameCache Names { get; } = new();

    /// <summary>The posts looked up before.</summary>
    public PostBook Posts { get; } = new();

    /// <summary>The lists of the heading's reader.</summary>
    public HeadingLists Heading { get; } = new();

    /// <summary>The lists of the text's readers.</summary>
    public TextLists Text { get; } = new();

    /// <summary>True where the tools are small enough to be kept.</summary>
    public bool AreWorthKeeping =>
        InputLines.Capacity <= MostLinesKept && MessageLines.Capacity <= MostLinesKept && Text.Slants.Capacity <= MostLinesKept;

    /// <summary>The lines of a message of the input: where its view is the raw bytes they are known already.</summary>
    public LineTable LinesOf(MessageView view, FramedMessage frame)
    {
        if (!view.Edits.IsEmpty)
        {
            MessageLines.Fill(view.Bytes);
            return MessageLines;
        }
        if (view.Bytes.Length == InputLines.Bytes.Length)
        {
            return InputLines;
        }
        MessageLines.FillFrom(InputLines, frame.Line - 1, frame.Start, view.Bytes);
        return MessageLines;
    }

    /// <summary>Lets go of the bytes of the input.</summary>
    public void Forget()
    {
        InputLines.Fill(default);
        MessageLines.Fill(default);
    }
}
