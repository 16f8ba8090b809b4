namespace Chancery.Messages.Text;

/// <summary>Labels that begin the lines above a telegram's paragraphs (text.md 4).</summary>
internal enum TextLabel
{
    ExecutiveOrder,
    Tags,
    Subject,
    Reference,
    ClassifiedBy,
    DerivedFrom,
    Reason,
    DeclassifyOn,
}
