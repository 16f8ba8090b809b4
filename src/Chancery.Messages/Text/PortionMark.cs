using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads a portion mark and its damaged forms (text.md PA-3, PA-4). Of several readings it takes the highest.</summary>
internal static class PortionMark
{
    private const int LongestMark = 64;

    /// <summary>The marks that nearly all paragraphs bear, such as <c>(C)</c>.</summary>
    private static readonly Marking[] Simple = [.. Levels.All.ToArray().Select(level => new Marking(level, [], $"({level.Mark()})"))];

    /// <summary>
    /// Reads a mark at the start of <paramref name="text"/>. A mark without its left bracket (<c>C)</c>) or its right one is accepted only
    /// where <paramref name="behindNumber"/> says that a paragraph number stands directly in front.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, bool behindNumber, out Level level, out int length)
    {
        level = Level.Unclassified;
        length = 0;
        if (text.IsEmpty)
        {
            return false;
        }
        if (text[0] == '[')
        {
            return TrySquare(text, out level, out length);
        }
        var at = 0;
        var opened = text[0] == '(';
        if (opened)
        {
            at++;
            // Behind more brackets than a mark is long none is read: a run of them must not be walked again from each.
            while (at < text.Length && at < LongestMark && text[at] == '(')
            {
                at++;
            }
            at = Words.SkipBlanks(text, at);
        }
        else if (!behindNumber)
        {
            return false;
        }
        if (!TryLevel(text[at..], out level, out var word))
        {
            return false;
        }
        at += word;
        if (!opened && TryEntire(text, at, out length))
        {
            return true;
        }
        var scan = text[..Math.Min(text.Length, LongestMark)];
        while (at < scan.Length)
        {
            at = Words.SkipBlanks(scan, at);
            if (at >= scan.Length)
            {
                break;
            }
            if (scan[at] == ')')
            {
                while (at < text.Length && text[at] == ')')
                {
                    at++;
                }
                length = at;
                return true;
            }
            if (scan[at] is (byte)'/' or (byte)'-' or (byte)',' or (byte)'\\')
            {
                at++;
                while (at < scan.Length && scan[at] is (byte)'/' or (byte)' ')
                {
                    at++;
                }
                var end = CaveatEnd(scan, at);
                if (TryLevel(scan[at..], out var second, out _))
                {
                    level = second > level ? second : level;
                }
                else if (scan[at..end].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 || (!behindNumber && !IsCaveat(scan[at..end])))
                {
                    return false;
                }
                at = end;
                continue;
            }
            return TryOpenEnded(text, opened, behindNumber, at, out length);
        }
        return false;
    }

    /// <summary><c>[C] </c>: a level alone in square brackets with a blank behind; <c>[C]ommon</c> is a quotation.</summary>
    private static bool TrySquare(ReadOnlySpan<byte> text, out Level level, out int length)
    {
        length = 0;
        if (!TryLevel(text[1..], out level, out var word) || word + 2 >= text.Length || text[word + 1] != ']' || text[word + 2] != ' ')
        {
            return false;
        }
        length = word + 2;
        return true;
    }

    /// <summary>The mark under a span, with its caveats in full words.</summary>
    public static Marking Make(ReadOnlySpan<byte> raw, Level level)
    {
        foreach (var simple in Simple)
        {
            if (simple.Level == level && Ascii.Equals(raw, simple.Raw))
            {
                return simple;
            }
        }
        return new Marking(level, Caveats(raw), Encoding.UTF8.GetString(raw));
    }

    /// <summary>True where a caveat stands behind the letters, so that the mark means a level wherever it stands: <c>(S//NF)</c>.</summary>
    public static bool IsUnmistakable(ReadOnlySpan<byte> mark)
    {
        var slant = mark.IndexOf((byte)'/');
        return slant is > 1 and <= 4 && IsCaveat(mark[slant..].TrimStart("/ "u8).TrimEnd(") "u8));
    }

    /// <summary><c>CONFIDENTIAL - ENTIRE TEXT.</c> behind a number marks all paragraphs (PA-6).</summary>
    private static bool TryEntire(ReadOnlySpan<byte> text, int at, out int length)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'-')
        {
            at++;
        }
        length = at + 11;
        return Words.StartsWord(text[at..], "ENTIRE TEXT"u8);
    }

    /// <summary>A mark whose right bracket is missing: <c>1. (C The post …</c>.</summary>
    private static bool TryOpenEnded(ReadOnlySpan<byte> text, bool opened, bool behindNumber, int at, out int length)
    {
        length = 0;
        if (!opened || !behindNumber || at == 0 || !Words.IsBlank(text[at - 1]) || !Words.IsUpper(text[at]))
        {
            return false;
        }
        length = at;
        return true;
    }

    private static bool IsCaveat(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd((byte)' ');
        return Words.StartsWord(text, "REL"u8)
            || Words.StartsWord(text, "NF"u8)
            || Words.StartsWord(text, "NOFORN"u8)
            || Words.Equal(text, "N"u8)
            || Words.Starts(text, "FGI"u8)
            || Words.Starts(text, "ORCON"u8)
            || Words.Equal(text, "OC"u8)
            || Words.Equal(text, "SI"u8)
            || Words.Equal(text, "TK"u8)
            || Words.Equal(text, "HCS"u8)
            || Words.Equal(text, "RD"u8)
            || Words.Equal(text, "FRD"u8)
            || Words.Starts(text, "PROPIN"u8)
            || Words.Equal(text, "ENTIRE TEXT"u8)
            || Captions.Rank(Encoding.UTF8.GetString(text)) is not null;
    }

    private static int CaveatEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && (Words.IsWordByte(text[at]) || text[at] is (byte)' ' or (byte)'&'))
        {
            at++;
        }
        return at;
    }

    private static bool TryLevel(ReadOnlySpan<byte> text, out Level level, out int length)
    {
        length = 0;
        level = Level.Unclassified;
        switch (text.IsEmpty ? 0 : text[0] | 0x20)
        {
            case 't':
                return Take(text, "TS"u8, Level.TopSecret, out level, out length)
                    || Take(text, "TOP SECRET"u8, Level.TopSecret, out level, out length);
            case 's':
                return Take(text, "S"u8, Level.Secret, out level, out length)
                    || Take(text, "SBU"u8, Level.Sbu, out level, out length)
                    || Take(text, "SECRET"u8, Level.Secret, out level, out length);
            case 'c':
                return Take(text, "C"u8, Level.Confidential, out level, out length)
                    || Take(text, "CONFIDENTIAL"u8, Level.Confidential, out level, out length)
                    || Take(text, "CUI"u8, Level.Fouo, out level, out length);
            case 'u':
                return Take(text, "U"u8, Level.Unclassified, out level, out length)
                    || Take(text, "UNCLAS"u8, Level.Unclassified, out level, out length)
                    || Take(text, "UNCLASSIFIED"u8, Level.Unclassified, out level, out length);
            case 'l':
                return Take(text, "LOU"u8, Level.Lou, out level, out length)
                    || Take(text, "LIMITED OFFICIAL USE"u8, Level.Lou, out level, out length);
            case 'f':
                return Take(text, "FOUO"u8, Level.Fouo, out level, out length);
            case 'r':
                return Take(text, "R"u8, Level.Restricted, out level, out length)
                    || Take(text, "RESTRICTED"u8, Level.Restricted, out level, out length);
            default:
                return false;
        }
    }

    private static bool Take(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, Level found, out Level level, out int length)
    {
        level = found;
        length = word.Length;
        return Words.StartsWord(text, word);
    }

    private static ImmutableArray<string> Caveats(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOfAny((byte)'/', (byte)'-') < 0)
        {
            return [];
        }
        var found = ImmutableArray.CreateBuilder<string>();
        var parts = Encoding.UTF8.GetString(raw).Split(['/', '-', '\\', '(', ')'], StringSplitOptions.TrimEntries);
        // Commas part caveats, but not the nations behind REL TO.
        foreach (var part in parts.SelectMany(part => IsRelease(part) ? [part] : part.Split(',', StringSplitOptions.TrimEntries)))
        {
            var word = part.ToUpperInvariant() switch
            {
                "" or "U" or "C" or "S" or "TS" or "R" or "SBU" or "LOU" or "FOUO" or "CUI" => null,
                "SECRET" or "CONFIDENTIAL" or "TOP SECRET" or "UNCLAS" or "UNCLASSIFIED" => null,
                "ENTIRE TEXT" => null,
                "NF" or "N" => "NOFORN",
                var other => other,
            };
            if (word is not null && !found.Contains(word))
            {
                found.Add(word);
            }
        }
        return found.ToImmutable();
    }

    private static bool IsRelease(string part) => part.StartsWith("REL", StringComparison.OrdinalIgnoreCase);
}
