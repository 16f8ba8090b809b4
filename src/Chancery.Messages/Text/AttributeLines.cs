using System.Collections.Frozen;
using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads the block <c>Message Attributes</c>: a key, a colon, a value that may go on below (text.md AR-7).</summary>
internal static class AttributeLines
{
    /// <summary>Keys seen. A line that begins with none of them goes on with the value above.</summary>
    private static readonly FrozenSet<string> Keys = (
        "Automatic Decaptioning|Capture Date|Channel Indicators|Concepts|Control Number|Copy|Current Classification|Decaption Date|Decaption Note|"
        + "Disposition Action|Disposition Approved on Date|Disposition Authority|Disposition Case Number|Disposition Comment|Disposition Date|"
        + "Disposition Event|Disposition History|Disposition Reason|Disposition Remarks|Document Number|Document Source|Document Unique ID|"
        + "Draft Date|Drafter|Enclosure|Errors|Executive Order|Expiration|Film Number|Format|From|Handling Restrictions|Image Path|ISecure|"
        + "Legacy Key|Line Count|Litigation Code IDs|Litigation Codes|Litigation History|Locator|Margin|Markings|Message ID|Office|"
        + "Original Classification|Original Handling Restrictions|Original Previous Classification|Original Previous Handling Restrictions|"
        + "Page Count|Previous Channel Indicators|Previous Classification|Previous Handling Restrictions|Reference|Retention|Review Action|"
        + "Review Authority|Review Comment|Review Content Flags|Review Date|Review Event|Review Exemptions|Review History|Review Markings|"
        + "Review Media Identifier|Review Referrals|Review Release Date|Review Release Event|Review Transfer Date|Review Withdrawn Fields|"
        + "SAS ID|Secure|Sent Date|Status|Subject|TAGS|To|Type"
    )
        .Split('|')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The line above the block.</summary>
    public static bool IsHeading(ReadOnlySpan<byte> text) => text.SequenceEqual("Message Attributes"u8);

    /// <summary>The attributes below line <paramref name="from"/>, in printed order; empty without a block.</summary>
    public static ImmutableArray<MessageAttribute> Read(LineTable lines, int from)
    {
        var i = from;
        while (i < lines.Count && !IsHeading(lines.Text(i)))
        {
            i++;
        }
        var read = new List<MessageAttribute>();
        for (i++; i < lines.Count; i++)
        {
            var text = lines.Text(i);
            if (text.StartsWith("---"u8) && read.Count > 0)
            {
                break;
            }
            if (text.IsEmpty || text[0] == '-')
            {
                continue;
            }
            if (ReleaseStamp.IsSystematicReview(text) && !text.StartsWith("Markings"u8))
            {
                continue;
            }
            var line = Encoding.UTF8.GetString(text);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Keys.Contains(line[..colon].Trim()))
            {
                read.Add(new MessageAttribute(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
            else if (read.Count > 0)
            {
                read[^1] = read[^1] with { Value = $"{read[^1].Value} {line.Trim()}".Trim() };
            }
        }
        return [.. read.Select(attribute => attribute with { Value = Tidy(attribute.Value!) })];
    }

    private static string? Tidy(string value)
    {
        value = value.Length > 1 && value[0] == '\'' && value[^1] == '\'' ? value[1..^1].Trim() : value;
        return value.Length == 0 || value.Equals("n/a", StringComparison.OrdinalIgnoreCase) ? null : value;
    }
}
