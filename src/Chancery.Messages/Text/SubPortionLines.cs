using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Messages.Text;

/// <summary>
/// Finds the parts of a paragraph (text.md PA-7). A letter or number counts only where it is the first of its row or the next one, so that the initial
/// of a name begins no part; a line without a sign goes on with the part above it, and one below a blank line belongs to the paragraph again.
/// </summary>
internal sealed class SubPortionLines(string? number)
{
    private readonly List<(char Kind, int Value)> path = [];
    private readonly ImmutableArray<SubPortion>.Builder found = ImmutableArray.CreateBuilder<SubPortion>();
    private readonly List<byte> words = [];
    private string openPath = "";
    private Marking? openMark;
    private TextSpan openSpan;
    private bool isOpen;

    private static ReadOnlySpan<byte> Blanks => " \t"u8;

    /// <summary>True where a part may begin with this line: no row is open before the first sign, so it is the first of one.</summary>
    /// <param name="text">From the first letter of the line on.</param>
    public static bool MayBegin(ReadOnlySpan<byte> text) => TrySign(text, out _, out var value, out _) && value <= 1;

    /// <summary>Goes on with the next piece of the paragraph.</summary>
    /// <param name="piece">Lines that nothing but a line feed parts.</param>
    /// <param name="span">Its place in the raw bytes; where both are of one length each line has its own place.</param>
    public void Add(ReadOnlySpan<byte> piece, TextSpan span)
    {
        var isPlain = piece.Length == span.Length;
        foreach (var range in piece.Split((byte)'\n'))
        {
            var line = piece[range];
            Read(line, isPlain ? new TextSpan(span.Start + range.Start.Value, line.Length) : span);
        }
    }

    /// <summary>The parts, in order.</summary>
    public ImmutableArray<SubPortion> End()
    {
        Close();
        return found.DrainToImmutable();
    }

    private void Read(ReadOnlySpan<byte> line, TextSpan span)
    {
        var text = line.TrimStart(Blanks);
        if (text.IsEmpty)
        {
            Close();
        }
        else if (TrySign(text, out var kind, out var value, out var length) && Follows(kind, value))
        {
            Begin(text[length..].TrimStart(Blanks), span);
        }
        else if (isOpen)
        {
            words.Add((byte)'\n');
            words.AddRange(text.TrimEnd(Blanks));
            openSpan = span.IsEmpty ? openSpan : TextSpan.FromBounds(openSpan.Start, span.End);
        }
    }

    private void Begin(ReadOnlySpan<byte> line, TextSpan span)
    {
        Close();
        openMark = null;
        if (PortionMark.TryRead(line, behindNumber: false, out var level, out var length))
        {
            openMark = PortionMark.Make(line[..length], level);
            line = line[length..].TrimStart(Blanks);
        }
        words.AddRange(line.TrimEnd(Blanks));
        (openPath, openSpan, isOpen) = (Path(), span, true);
    }

    private void Close()
    {
        if (isOpen)
        {
            found.Add(new SubPortion(openPath, openMark, Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(words)), openSpan));
            words.Clear();
            isOpen = false;
        }
    }

    private string Path()
    {
        var text = new StringBuilder(number ?? "");
        foreach (var (kind, value) in path)
        {
            text.Append(text.Length > 0 ? "." : "");
            text.Append(
                kind switch
                {
                    'A' or 'a' => ((char)(kind + value - 1)).ToString(),
                    '(' => string.Create(CultureInfo.InvariantCulture, $"({value})"),
                    '[' => $"({(char)('a' + value - 1)})",
                    ')' => string.Create(CultureInfo.InvariantCulture, $"{value})"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"-{value}"),
                }
            );
        }
        return text.ToString();
    }

    /// <summary>Goes to the row of this sign: deeper where it is the first of a new one, back up where the row is open already.</summary>
    private bool Follows(char kind, int value)
    {
        var depth = path.FindIndex(step => step.Kind == kind);
        var isBullet = value == 0;
        if (depth >= 0 && (isBullet || value == path[depth].Value + 1))
        {
            path.RemoveRange(depth + 1, path.Count - depth - 1);
            path[depth] = (kind, path[depth].Value + 1);
            return true;
        }
        if (!isBullet && value != 1)
        {
            return false;
        }
        if (depth >= 0)
        {
            path.RemoveRange(depth, path.Count - depth);
        }
        path.Add((kind, 1));
        return true;
    }

    /// <summary>Reads the sign at the start of a line; the value is 0 for bullets.</summary>
    private static bool TrySign(ReadOnlySpan<byte> text, out char kind, out int value, out int length)
    {
        (kind, value, length) = ('-', 0, 0);
        if (text[0] is (byte)'-' or (byte)'*')
        {
            while (length < text.Length && (text[length] == text[0] || text[length] == ' ') && length < 6)
            {
                length++;
            }
            kind =
                text[0] == '*' ? '*'
                : text.StartsWith("--"u8) ? '='
                : '-';
            return length < text.Length && text[length] != '-';
        }
        var open = text[0] == '(' ? 1 : 0;
        var at = open;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]) && at < open + 2)
        {
            at++;
        }
        if (at > open)
        {
            value = int.Parse(text[open..at], CultureInfo.InvariantCulture);
            kind = open > 0 ? '(' : ')';
            length = at + 1;
            return at < text.Length && text[at] == ')';
        }
        if (at + 1 >= text.Length || !char.IsAsciiLetter((char)text[at]))
        {
            return false;
        }
        value = (text[at] | 0x20) - 'a' + 1;
        kind =
            open > 0 ? '['
            : char.IsAsciiLetterUpper((char)text[at]) ? 'A'
            : 'a';
        length = at + 2;
        return open > 0
            ? text[at + 1] == ')' && char.IsAsciiLetterLower((char)text[at])
            : text[at + 1] is (byte)'.' or (byte)')' && length < text.Length && text[length] is (byte)' ' or (byte)'(';
    }
}
