namespace Chancery.Messages.Text;

/// <summary>A post and number as printed; spans count from where reading began.</summary>
/// <param name="Post">The post's name.</param>
/// <param name="Number">The number.</param>
/// <param name="Digits">How many digits it was printed with.</param>
/// <param name="Year">The year printed with it, or null.</param>
/// <param name="Printed">Year, post and number.</param>
/// <param name="End">The byte behind all of it, a year in brackets included.</param>
internal readonly record struct PostNumber(TextSpan Post, int Number, int Digits, int? Year, TextSpan Printed, int End);
