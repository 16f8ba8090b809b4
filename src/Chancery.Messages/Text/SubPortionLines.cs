using System.Globalization;
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
    private readonly StringBuilder words = new();
    private string openPath = "";
    private Marking? openMark;
    private TextSpan openSpan;
    private bool isOpen;

    /// <summary>The parts, in order.</summary>
    public ImmutableArray<SubPortion> Read(ImmutableArray<PassageLine> lines)
    {
        foreach (var piece in lines)
        {
            // A piece holds the lines that nothing but a line feed parts; where its words are its bytes each line has its own place.
            var isPlain = Encoding.UTF8.GetByteCount(piece.Text) == piece.Span.Length;
            var at = piece.Span.Start;
            foreach (var line in piece.Text.Split('\n'))
            {
                var length = Encoding.UTF8.GetByteCount(line);
                Read(line, isPlain ? new TextSpan(at, length) : piece.Span);
                at += length + 1;
            }
        }
        Close();
        return found.DrainToImmutable();
    }

    private void Read(string line, TextSpan span)
    {
        var text = line.TrimStart();
        if (text.Length == 0)
        {
            Close();
        }
        else if (TrySign(text, out var kind, out var value, out var length) && Follows(kind, value))
        {
            Add(text[length..].TrimStart(), span);
        }
        else if (isOpen)
        {
            words.Append('\n').Append(text.AsSpan().TrimEnd());
            openSpan = span.IsEmpty ? openSpan : TextSpan.FromBounds(openSpan.Start, span.End);
        }
    }

    private void Add(string line, TextSpan span)
    {
        Close();
        var bytes = Encoding.UTF8.GetBytes(line);
        openMark = null;
        if (PortionMark.TryRead(bytes, behindNumber: false, out var level, out var length))
        {
            openMark = PortionMark.Make(bytes.AsSpan(0, length), level);
            line = Encoding.UTF8.GetString(bytes.AsSpan(length)).TrimStart();
        }
        words.Append(line.AsSpan().TrimEnd());
        (openPath, openSpan, isOpen) = (Path(), span, true);
    }

    private void Close()
    {
        if (isOpen)
        {
            found.Add(new SubPortion(openPath, openMark, words.ToString(), openSpan));
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
    private static bool TrySign(string text, out char kind, out int value, out int length)
    {
        (kind, value, length) = ('-', 0, 0);
        if (text[0] is '-' or '*')
        {
            while (length < text.Length && (text[length] == text[0] || text[length] == ' ') && length < 6)
            {
                length++;
            }
            kind =
                text[0] == '*' ? '*'
                : text.StartsWith("--", StringComparison.Ordinal) ? '='
                : '-';
            return length < text.Length && text[length] != '-';
        }
        var open = text[0] == '(' ? 1 : 0;
        var at = open;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at < open + 2)
        {
            at++;
        }
        if (at > open)
        {
            value = int.Parse(text.AsSpan(open, at - open), CultureInfo.InvariantCulture);
            kind = open > 0 ? '(' : ')';
            length = at + 1;
            return at < text.Length && text[at] == ')';
        }
        if (at + 1 >= text.Length || !char.IsAsciiLetter(text[at]))
        {
            return false;
        }
        value = (text[at] | 0x20) - 'a' + 1;
        kind =
            open > 0 ? '['
            : char.IsAsciiLetterUpper(text[at]) ? 'A'
            : 'a';
        length = at + 2;
        return open > 0
            ? text[at + 1] == ')' && char.IsAsciiLetterLower(text[at])
            : text[at + 1] is '.' or ')' && length < text.Length && text[length] is ' ' or '(';
    }
}
