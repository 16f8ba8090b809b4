using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>The lists of one reading of a text; they are emptied and used again for the next message.</summary>
internal sealed class TextLists
{
    public List<DerivedValue> Derived { get; } = [];
    public List<Remark> Remarks { get; } = [];
    public List<TextSpan> Pieces { get; } = [];
    public List<Paragraph> Paragraphs { get; } = [];
    public List<int> Slants { get; } = [];
    public List<SetScanner.Opening> Openings { get; } = [];
    public List<TextSet> Sets { get; } = [];

    /// <summary>Empties all lists.</summary>
    public TextLists Clear()
    {
        Derived.Clear();
        Remarks.Clear();
        Pieces.Clear();
        Paragraphs.Clear();
        Slants.Clear();
        Openings.Clear();
        Sets.Clear();
        return this;
    }
}
