namespace Chancery.Messages.Checks;

/// <summary>A row of Tables/finding-texts.csv: what the page of a rule says.</summary>
/// <param name="What">What the rule looks for, a sentence or two.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Example">Invented lines that have the finding; may be several lines.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record FindingTexts(string What, string Why, string Example, string Fix);
