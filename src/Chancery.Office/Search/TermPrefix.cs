namespace Chancery.Office;

/// <summary>
/// What stands in front of a term in the index, so that one column holds text, fields and rights. A colon and a plus sign are in no word, so no
/// word of a message can pass for a term of a field or of a right.
/// </summary>
public static class TermPrefix
{
    /// <summary>Between runs of words that do not belong together, so that no phrase spans them.</summary>
    public const string Gap = ":";

    /// <summary>In front of words in the surroundings of a joined one, joined spellings included.</summary>
    public const string Joined = "+";

    /// <summary>Whole and open to a rank where the level alone decides; followed by the rank.</summary>
    public const string Open = "v:";

    /// <summary>Whole and open to those whom a protection opens; followed by its <see cref="Protection.Token"/>.</summary>
    public const string OpenBy = "k:";

    /// <summary>An extract; followed by the <see cref="Protection.Token"/> of the whole, a colon, and the portions that are open.</summary>
    public const string Extract = "j:";

    /// <summary>Every whole message has this one: what the owner's queries name.</summary>
    public const string Whole = "w:";

    /// <summary>
    /// A later message has taken its place, alone for the owner, else as <see cref="Open"/> and <see cref="OpenBy"/> of the later one: for whoever may see
    /// that one whole, and for nobody else.
    /// </summary>
    public const string Later = "b:";

    /// <summary>It asks for something to be done or answered.</summary>
    public const string Asks = "ask:";

    /// <summary>One of those who were asked refers to it in a later message; in the forms of <see cref="Later"/>.</summary>
    public const string Answered = "a:";

    /// <summary>The date: followed by a year, year and month, or year, month and day.</summary>
    public const string Date = "h:";

    /// <summary>The prefix of a field; none for the text.</summary>
    public static string Of(SearchField field) =>
        field switch
        {
            SearchField.Text => "",
            SearchField.Subject => "s:",
            SearchField.From => "f:",
            SearchField.To => "t:",
            SearchField.Info => "i:",
            SearchField.Tag => "g:",
            SearchField.Level => "l:",
            SearchField.Mrn => "m:",
            SearchField.Precedence => "p:",
            SearchField.Caption => "c:",
            SearchField.Dtg => "d:",
            SearchField.Family => "y:",
            SearchField.Serial => "n:",
            SearchField.Origin => "o:",
            SearchField.State => "x:",
            SearchField.Reference => "r:",
            SearchField.Office => "q:",
            SearchField.Signer => "u:",
            SearchField.Post => "z:",
            _ => "e:",
        };
}
