using Chancery.Web.Desk;

namespace Chancery.Web.Pages;

/// <summary>The keys and the search language, on one page.</summary>
public sealed class HelpModel : DeskPage
{
    /// <summary>What to write, and what it finds.</summary>
    internal static (string Write, string Finds)[] Language =>
        [
            ("trucks radios", "messages with both words, anywhere"),
            ("\"hand-held radios\"", "the words side by side"),
            ("trucks OR radios", "either word; brackets group"),
            ("-radios", "messages without the word"),
            ("radio*", "words that begin so"),
            ("from:northport to:kingshaven", "originator, action or information addressee"),
            ("tag:MASS subject:trucks", "TAGS by code or name; words of the subject"),
            ("mrn:\"northport 412\"", "a message number in any spelling"),
            ("level:SECRET precedence:FLASH", "level that rights go by; precedence of action"),
            ("after:2026-04 before:2026-05-15", "dates of the message: year, month or day"),
        ];

    /// <summary>Shows it.</summary>
    public void OnGet() => Frame = new Frame { Title = Texts.Help, Screen = "help" };
}
