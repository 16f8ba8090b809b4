namespace Chancery.Web.Desk;

/// <summary>Characters that are shown alike.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Finding">The gravest finding that touches them, or null.</param>
/// <param name="Mark">True for a control character shown as a mark.</param>
/// <param name="Hit">True for words that a search asked for.</param>
public readonly record struct TextRun(string Text, Severity? Finding = null, bool Mark = false, bool Hit = false)
{
    /// <summary>Class of the squiggle, empty for none.</summary>
    public string Squiggle =>
        Finding switch
        {
            Severity.Error => "sq e",
            Severity.Warning => "sq",
            Severity.Info => "sq i",
            _ => "",
        };
}
