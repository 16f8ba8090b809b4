using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>What a text reader found: the values of the message, and for the checks the places (in the view) where they stand. Filled by one reader, then left alone.</summary>
internal sealed class TextReading(TextLists lists)
{
    public TextFamily Family { get; set; }
    public Classification? Classification { get; set; }
    public TextSpan ClassificationSpan { get; set; }
    public MessageReferenceNumber? Mrn { get; set; }
    public TextSpan MrnSpan { get; set; }
    public Section? Section { get; set; }
    public TextSpan SectionSpan { get; set; }
    public ImmutableArray<string> Captions { get; set; } = [];
    public ImmutableArray<PassingLine> Passing { get; set; } = [];
    public Declassification? Declassification { get; set; }
    public TextSpan DeclassificationSpan { get; set; }
    public ImmutableArray<Tag> Tags { get; set; } = [];

    /// <summary>Places of <see cref="Tags"/>, one each.</summary>
    public ImmutableArray<TextSpan> TagSpans { get; set; } = [];
    public TextSpan TagsLineSpan { get; set; }
    public Subject? Subject { get; set; }
    public TextSpan SubjectSpan { get; set; }
    public ImmutableArray<MessageReference> References { get; set; } = [];
    public TextSpan ReferencesSpan { get; set; }
    public ClassificationAuthority? ClassifiedBy { get; set; }
    public TextSpan AuthoritySpan { get; set; }

    /// <summary>True where name, reason and declassification of the authority stand on lines of their own (CB-8).</summary>
    public bool IsAuthorityParted { get; set; }

    /// <summary>Where the words begin: behind classification line, captions and labelled lines.</summary>
    public int BodyStart { get; set; }
    public ImmutableArray<Paragraph> Paragraphs { get; set; } = [];
    public Passage? Summary { get; set; }
    public ImmutableArray<string> ActionRequests { get; set; } = [];
    public string? Signature { get; set; }
    public string? Releaser { get; set; }
    public MessageSerial? Serial { get; set; }
    public ImmutableArray<MessageSet> Sets { get; set; } = [];

    /// <summary>Place of the naval subject code with its N; empty without one.</summary>
    public TextSpan SubjectCodeSpan { get; set; }
    public Cancellation? Cancellation { get; set; }
    public TextSpan CancellationSpan { get; set; }
    public ImmutableArray<Supersession> Supersessions { get; set; } = [];
    public Distribution? Distribution { get; set; }
    public Drafting? Drafting { get; set; }
    public DashCounter? DashCounter { get; set; }
    public ImmutableArray<MessageAttribute> Attributes { get; set; } = [];
    public ImmutableArray<ReleaseEvent> ReleaseEvents { get; set; } = [];
    public List<DerivedValue> Derived => lists.Derived;

    /// <summary>The highest level of portion marks, page lines, banners and quoted texts inside the text, with its name for people; null without any.</summary>
    public Level? HighestInside { get; set; }
    public string? HighestInsideSource { get; set; }
    public TextSpan HighestInsideSpan { get; set; }

    /// <summary>Remarks of the readers that become findings: rule id, place in the view, what was found. The check groups give them severity and source.</summary>
    public List<Remark> Remarks => lists.Remarks;
}
