using System.Text;

namespace Chancery.Cli.Output;

/// <summary>
/// Lays text out for people: labels with hanging values, wrapped at blanks. What comes from messages is shown without its control
/// characters, so that no message can steer the terminal.
/// </summary>
internal sealed class Sheet(int width, bool colour)
{
    private const int LabelWidth = 14;
    private readonly StringBuilder text = new();

    public int Width => width;

    public override string ToString() => text.ToString();

    public Sheet Line()
    {
        text.Append('\n');
        return this;
    }

    public Sheet Rule()
    {
        Put(new string('─', width), Ink.Faint);
        return Line();
    }

    /// <summary>A line with something at its left and something at its right end.</summary>
    public Sheet Between(string left, Ink leftInk, string right, Ink rightInk)
    {
        left = Fit(left, Math.Max(10, width - right.Length - 2));
        Put(left, leftInk);
        text.Append(' ', Math.Max(2, width - left.Length - right.Length));
        Put(right, rightInk);
        return Line();
    }

    /// <summary>A label with its values below each other; nothing where there is none.</summary>
    public Sheet Field(string label, IEnumerable<string?> values, Ink ink = Ink.Plain)
    {
        foreach (var value in values.OfType<string>().Where(value => value.Length > 0))
        {
            foreach (var line in Wrap(value, width - LabelWidth, 2))
            {
                Put(label.PadRight(LabelWidth), Ink.Faint);
                Put(line, ink);
                Line();
                label = "";
            }
        }
        return this;
    }

    public Sheet Field(string label, string? value, Ink ink = Ink.Plain) => Field(label, [value], ink);

    /// <summary>Text with its own line ends, each line wrapped where it is too long, behind <paramref name="lead"/>.</summary>
    public Sheet Text(string words, int indent = 0, string lead = "", Ink leadInk = Ink.Strong, int hang = 0)
    {
        var first = true;
        foreach (var printed in words.Split('\n'))
        {
            var room = width - indent;
            var source = first && lead.Length > 0 ? $"{new string('\u0001', lead.Length)} {printed}" : printed;
            foreach (var line in Wrap(source, room, hang))
            {
                text.Append(' ', line.Length == 0 ? 0 : indent);
                if (first && lead.Length > 0 && line.Length >= lead.Length)
                {
                    Put(lead, leadInk);
                    Put(line[lead.Length..], Ink.Plain);
                }
                else
                {
                    Put(line, Ink.Plain);
                }
                Line();
                first = false;
            }
        }
        return this;
    }

    /// <summary>Text in one ink; control characters become a middle dot.</summary>
    public Sheet Put(string value, Ink ink = Ink.Plain)
    {
        var code = colour ? Code(ink) : null;
        if (code is not null)
        {
            text.Append("\u001b[").Append(code).Append('m');
        }
        foreach (var c in value)
        {
            text.Append(
                c == '\t' ? ' '
                : char.IsControl(c) ? '·'
                : c
            );
        }
        if (code is not null)
        {
            text.Append("\u001b[0m");
        }
        return this;
    }

    /// <summary>Breaks at blanks; a word that is longer than a line is cut.</summary>
    private static IEnumerable<string> Wrap(string value, int room, int hang)
    {
        var end = value.AsSpan().TrimEnd().Length;
        var start = 0;
        var indent = 0;
        while (end - start > room - indent)
        {
            var line = room - indent;
            var cut = value.AsSpan(start + 1, line).LastIndexOf(' ') + 1;
            if (cut <= indent)
            {
                cut = line;
            }
            yield return string.Concat(new string(' ', indent), value.AsSpan(start, cut).TrimEnd());
            start += cut;
            while (start < end && char.IsWhiteSpace(value[start]))
            {
                start++;
            }
            indent = hang;
        }
        yield return string.Concat(new string(' ', indent), value.AsSpan(start, end - start));
    }

    private static string Fit(string value, int room) => value.Length <= room ? value : value[..(room - 1)] + "…";

    private static string? Code(Ink ink) =>
        ink switch
        {
            Ink.Strong => "1",
            Ink.Faint => "2",
            Ink.Error => "1;31",
            Ink.Warning => "33",
            Ink.Info => "36",
            Ink.Closed => "1;31",
            Ink.Open => "32",
            _ => null,
        };
}
