using Chancery.Messages.Framing;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Text;

/// <summary>Moves a caption that was glued to the last address line to the captions: it may narrow who reads (text.md CP-6).</summary>
internal static class GluedCaption
{
    private static readonly string[] Known = ["NODIS", "EXDIS", "LIMDIS", "STADIS", "SIPDIS", "NOFORN"];

    /// <summary>Looks at the last addressee of a telegram.</summary>
    public static void Move(HeadingReading heading, TextReading text)
    {
        var last = heading.Info.IsEmpty ? heading.Action : heading.Info;
        if (text.Family != TextFamily.State2000 || last.IsEmpty || Find(last[^1].Name) is not { } caption)
        {
            return;
        }
        var name = last[^1].Name[..^caption.Length].TrimEnd();
        last = last.SetItem(last.Length - 1, last[^1] with { Name = name });
        if (heading.Info.IsEmpty)
        {
            heading.Action = last;
        }
        else
        {
            heading.Info = last;
        }
        text.Captions = text.Captions.Contains(caption) ? text.Captions : text.Captions.Add(caption);
        text.Derived.Add(new DerivedValue("captions", "CP-6"));
        var place = heading.AddresseeSpans.IsEmpty ? default : heading.AddresseeSpans[^1];
        text.Remarks.Add(new Remark("CP-6", place, $"{caption} stands behind the last address; it was read as a caption."));
    }

    private static string? Find(string name)
    {
        foreach (var caption in Known)
        {
            if (name.Length > caption.Length && name.EndsWith(caption, StringComparison.Ordinal) && name[^(caption.Length + 1)] == ' ')
            {
                return caption;
            }
        }
        return null;
    }
}
