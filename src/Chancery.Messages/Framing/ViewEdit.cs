namespace Chancery.Messages.Framing;

/// <summary>A place where the reading view differs from the raw bytes, with the rule that says so (text.md 3).</summary>
/// <param name="View">What stands in the view; may be empty.</param>
/// <param name="Raw">What stands in the raw bytes; may be empty.</param>
/// <param name="Rule">Such as <c>N-4</c>.</param>
internal readonly record struct ViewEdit(TextSpan View, TextSpan Raw, string Rule);
