using System.Text;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Repairs;

/// <summary>Repairs of the TAGS line (text.md 9).</summary>
internal static class TagsRepairs
{
    /// <summary>TG-2: commas between TAGS, blanks for tabs, nothing behind the last.</summary>
    public static Fix? Separators(RepairSite site)
    {
        var line = site.LineAt(site.Place.Start);
        var start = int.MaxValue;
        var end = -1;
        var spans = site.Reading.Text.TagSpans;
        if (site.Reading.Text.Tags.Any(tag => tag.Kind == TagKind.Unknown))
        {
            // A word that is no code may be more than one, parted by the very sign.
            return null;
        }
        foreach (var span in spans)
        {
            if (span.Start >= line.Start && span.End <= line.End)
            {
                start = Math.Min(start, span.Start);
                end = Math.Max(end, span.End);
            }
        }
        if (end < 0 || !IsLabelOnly(site.View[line.Start..start]))
        {
            return null;
        }
        var stop = Math.Max(end, site.Place.End);
        while (stop < line.End && (site.View[stop] is (byte)';' or (byte)'\t' or (byte)' '))
        {
            stop++;
        }
        if (site.View[stop..line.End].ContainsAny(";\t"u8))
        {
            return null;
        }
        var changes = new List<(TextSpan, string)>();
        for (var at = start; at < stop; at++)
        {
            var b = site.View[at];
            if (b is not ((byte)';' or (byte)'\t' or (byte)'.') || (b == '.' && at != site.Place.Start))
            {
                continue;
            }
            if (b != '.' && spans.Any(span => span.Contains(at)))
            {
                return null;
            }
            changes.Add(
                (
                    new TextSpan(at, 1),
                    b == '.' || at >= end ? ""
                    : b == ';' ? ","
                    : " "
                )
            );
        }
        return site.Change("Part the TAGS by commas and blanks", changes.ToArray());
    }

    /// <summary>True where nothing but the label stands there: a semicolon may take the place of its colon.</summary>
    private static bool IsLabelOnly(ReadOnlySpan<byte> text)
    {
        var sign = text.IndexOfAny(",;\t"u8);
        return sign < 0
            || (
                sign > 0
                && text[sign] == ';'
                && char.IsAsciiLetter((char)text[sign - 1])
                && !text[(sign + 1)..].ContainsAnyExcept((byte)' ')
            );
    }

    /// <summary>TG-6: glued codes that can be parted in one way only.</summary>
    public static Fix? Glued(RepairSite site) =>
        TagSlips.Split(Encoding.UTF8.GetString(site.Bytes).TrimEnd('.', ':').ToUpperInvariant()) is { } codes
            ? site.Replace($"Write {string.Join(", ", codes)}", site.Place, string.Join(", ", codes))
            : null;

    /// <summary>TG-8: a proposal; the slip is well known, yet the code is content.</summary>
    public static Fix? Slip(RepairSite site) =>
        TagSlips.Mended(Encoding.UTF8.GetString(site.Bytes).TrimEnd('.', ':').ToUpperInvariant()) is { } code
            ? site.Replace($"Write {code}", site.Place, code, isSafe: false)
            : null;
}
