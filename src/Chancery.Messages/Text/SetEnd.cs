namespace Chancery.Messages.Text;

/// <summary>How a set ends (text.md NV-5).</summary>
internal enum SetEnd
{
    DoubleSlant,
    SingleSlant,
    None,
}
