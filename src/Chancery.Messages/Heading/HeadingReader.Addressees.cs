using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Messages.Heading;

/// <content>What the addresses of a heading say.</content>
internal sealed partial class HeadingReader
{
    /// <summary>True where addressees end with a precedence and a number, as State prints them.</summary>
    private bool hasStateTails;

    private void AssignAddresses()
    {
        if (lists.Entries.Count == 0 && lists.Blocks.Count == 0)
        {
            return;
        }
        hasStateTails = reading.Profile == Profile.State || HasStateTail();
        if (reading.Profile == Profile.Acp127Us && hasStateTails)
        {
            reading.Profile = Profile.State;
        }
        (reading.From, reading.Action, reading.Info, reading.Exempt) = ReadBlock(0);
        if (lists.Blocks.Count > 0)
        {
            reading.Readdressed = [.. lists.Blocks.Select((_, index) => ToBlock(index + 1))];
        }
    }

    /// <summary>The addresses of one heading; of the newest one the places are kept too.</summary>
    private (
        Originator? From,
        ImmutableArray<Addressee> Action,
        ImmutableArray<Addressee> Info,
        ImmutableArray<ExemptedAddressee> Exempt
    ) ReadBlock(int blockDepth)
    {
        var first = blockDepth == 0 ? 0 : lists.Blocks[blockDepth - 1].FirstEntry;
        var stop = blockDepth < lists.Blocks.Count ? lists.Blocks[blockDepth].FirstEntry : lists.Entries.Count;
        var entries = CollectionsMarshal.AsSpan(lists.Entries)[first..stop];
        var (actions, infos) = (0, 0);
        foreach (var entry in entries)
        {
            actions += entry.Block == 7 ? 1 : 0;
            infos += entry.Block == 8 ? 1 : 0;
        }
        var (action, info) = (new Addressee[actions], new Addressee[infos]);
        var spans = new TextSpan[actions + infos];
        Originator? from = null;
        Addressee? last = null;
        lists.Exempt.Clear();
        (actions, infos) = (0, 0);
        foreach (var entry in entries)
        {
            var addressee = ToAddressee(entry.Span);
            switch (entry.Block)
            {
                case 6:
                    from ??= new Originator(addressee.Name, addressee.Offices) { RoutingIndicator = addressee.RoutingIndicator };
                    NoteDerived(blockDepth, "from", -1, entry.Span);
                    break;
                case 7:
                    NoteDerived(blockDepth, "action.", actions, entry.Span);
                    spans[actions] = entry.Span;
                    action[actions++] = last = addressee;
                    break;
                case 8:
                    NoteDerived(blockDepth, "info.", infos, entry.Span);
                    spans[action.Length + infos] = entry.Span;
                    info[infos++] = last = addressee;
                    break;
                default:
                    lists.Exempt.Add(new ExemptedAddressee(addressee.Name, addressee.RoutingIndicator, last?.Name));
                    break;
            }
        }
        if (blockDepth == 0)
        {
            reading.AddresseeSpans = ImmutableCollectionsMarshal.AsImmutableArray(spans);
        }
        return (
            from,
            ImmutableCollectionsMarshal.AsImmutableArray(action),
            ImmutableCollectionsMarshal.AsImmutableArray(info),
            [.. lists.Exempt]
        );
    }

    /// <summary>A heading that was readdressed.</summary>
    private HeadingBlock ToBlock(int blockDepth)
    {
        var (from, action, info, exempt) = ReadBlock(blockDepth);
        var (line, shape, _) = lists.Blocks[blockDepth - 1];
        var text = Text(line);
        var instructions = new List<string>();
        var groups = new GroupCursor(text[shape.End..]);
        while (groups.Next())
        {
            instructions.Add(Words(groups.Group));
        }
        return new HeadingBlock
        {
            Precedence = new PrecedencePair(Precedences.FromLetter(shape.First), Precedences.FromLetter(shape.Second)),
            Dtg = ToDtg(text, shape),
            MessageInstructions = [.. instructions],
            From = from,
            Action = action,
            Info = info,
            Exempt = exempt,
        };
    }

    private void NoteDerived(int blockDepth, string list, int index, TextSpan span)
    {
        if (blockDepth == 0 && !view.Edits.IsEmpty && view.RuleAt(span) is { } rule)
        {
            reading.Derived.Add(new DerivedValue(index < 0 ? $"{list}.name" : $"{list}{index}.name", rule));
        }
    }

    private Addressee ToAddressee(TextSpan span)
    {
        var text = Bytes.Slice(span.Start, span.Length);
        string? indicator = null;
        var prefix = PrefixLength(text);
        if (prefix == 0 && UnslantedLength(text) is > 0 and var unslanted)
        {
            indicator = Words(text[..unslanted]);
            text = text[unslanted..].TrimStart("/"u8);
        }
        var isServed = text.StartsWith("ZEN/"u8) && prefix > 0;
        indicator = prefix > 0 && !isServed ? Words(text[..(prefix - 1)]) : indicator;
        text = text[prefix..];
        string? number = null;
        Precedence? precedence = null;
        if (hasStateTails)
        {
            number = TakeNumber(ref text);
            precedence = TakePrecedence(ref text, number is not null);
        }
        // A directory name (OU=...) is written with slants of its own; it has no offices.
        var offices = text.IndexOf("OU="u8) >= 0 ? -1 : text.IndexOf("//"u8);
        return new Addressee(ToName(offices < 0 ? text : text[..offices]))
        {
            RoutingIndicator = indicator,
            IsServedOtherwise = isServed,
            Number = number,
            Precedence = precedence,
            Offices = offices < 0 ? [] : ToOffices(text[offices..]),
        };
    }

    private string ToName(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t/"u8);
        if (text.IndexOf("  "u8) < 0 && !text.ContainsAny("\t\r\n"u8))
        {
            return Words(text);
        }
        var name = new StringBuilder(text.Length);
        foreach (var word in Words(text).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(name.Length == 0 ? "" : " ").Append(word);
        }
        return name.ToString();
    }

    private ImmutableArray<string> ToOffices(ReadOnlySpan<byte> text)
    {
        var offices = lists.Words;
        offices.Clear();
        foreach (var range in text.Split((byte)'/'))
        {
            var office = text[range].Trim(" \t\r\n"u8);
            if (!office.IsEmpty)
            {
                offices.Add(Words(office));
            }
        }
        return [.. offices];
    }

    /// <summary>A precedence word and a message continuity number at the end are signs of State form.</summary>
    private bool HasStateTail()
    {
        foreach (var entry in lists.Entries)
        {
            var text = Bytes.Slice(entry.Span.Start, entry.Span.Length);
            if (entry.Block is not (7 or 8))
            {
                continue;
            }
            var isPost = IsPost(text);
            var isNumbered = TakeNumber(ref text) is not null;
            if ((isNumbered && isPost) || ((isNumbered || isPost) && TakePrecedence(ref text, isNumbered: false) is not null))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The Department or a post of its, by name: what stands behind it is no part of the name, in copies without routing too.</summary>
    private static bool IsPost(ReadOnlySpan<byte> address) =>
        address.StartsWith("SECSTATE "u8) || address.StartsWith("AMEMBASSY "u8) || address.StartsWith("AMCONSUL "u8);

    /// <summary>Takes the message continuity number off the end: three digits or more, and not the number of an AIG or task force.</summary>
    private string? TakeNumber(ref ReadOnlySpan<byte> text)
    {
        var blank = text.LastIndexOf((byte)' ');
        var digits = text[(blank + 1)..];
        if (blank <= 0 || digits.Length is < 3 or > 6 || !(FormatLine.IsDigits(digits) || IsDamagedNumber(digits)))
        {
            return null;
        }
        var rest = text[..blank].TrimEnd(" "u8);
        var before = rest[(rest.LastIndexOf((byte)' ') + 1)..];
        if (
            before.SequenceEqual("AIG"u8)
            || before.SequenceEqual("CTF"u8)
            || before.SequenceEqual("CTG"u8)
            || before.SequenceEqual("CTU"u8)
        )
        {
            return null;
        }
        text = rest;
        return Words(digits);
    }

    /// <summary>Four digits of which one was garbled to a letter; the number is kept as printed.</summary>
    private static bool IsDamagedNumber(ReadOnlySpan<byte> printed) =>
        printed.Length == 4
        && printed.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var letter
        && char.IsAsciiLetterUpper((char)printed[letter])
        && !printed[(letter + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Takes the precedence word off the end; in front of a number it may have a letter wrong or no blank before it.</summary>
    private static Precedence? TakePrecedence(ref ReadOnlySpan<byte> text, bool isNumbered)
    {
        for (var precedence = Precedence.Flash; precedence > Precedence.Deferred; precedence--)
        {
            var word = precedence switch
            {
                Precedence.Flash => " FLASH"u8,
                Precedence.NiactImmediate => " NIACT IMMEDIATE"u8,
                Precedence.Immediate => " IMMEDIATE"u8,
                Precedence.Priority => " PRIORITY"u8,
                _ => " ROUTINE"u8,
            };
            if (text.EndsWith(word) || (isNumbered && word.Length > 7 && text.EndsWith(word[1..])))
            {
                text = text[..^(text.EndsWith(word) ? word.Length : word.Length - 1)].TrimEnd(" "u8);
                return precedence;
            }
        }
        return isNumbered ? TakeNearPrecedence(ref text) : null;
    }

    private static Precedence? TakeNearPrecedence(ref ReadOnlySpan<byte> text)
    {
        var blank = text.LastIndexOf((byte)' ');
        if (blank < 0 || text.Length - blank is < 7 or > 11)
        {
            return null;
        }
        Span<char> word = stackalloc char[text.Length - blank - 1];
        Encoding.Latin1.GetChars(text[(blank + 1)..], word);
        Precedence? near =
            Tables.EditDistance.Within(word, "PRIORITY", 1) <= 1 ? Precedence.Priority
            : Tables.EditDistance.Within(word, "IMMEDIATE", 1) <= 1 ? Precedence.Immediate
            : Tables.EditDistance.Within(word, "ROUTINE", 1) <= 1 ? Precedence.Routine
            : null;
        text = near is null ? text : text[..blank].TrimEnd(" "u8);
        return near;
    }

    /// <summary>
    /// The routing indicator in front of an embassy, a consulate or the Department, whose slant was lost or that has another letter in front; 0 where
    /// there is none.
    /// </summary>
    private static int UnslantedLength(ReadOnlySpan<byte> text)
    {
        var group = text[..(text.IndexOf((byte)' ') is >= 0 and var blank ? blank : text.Length)];
        if (group.Length < 12)
        {
            return 0;
        }
        for (var at = 4; at <= 8 && at < group.Length; at++)
        {
            var name = group[at..];
            var isSlanted = name[0] == '/';
            name = isSlanted ? name[1..] : name;
            if (
                (name.SequenceEqual("AMEMBASSY"u8) || name.SequenceEqual("SECSTATE"u8) || name.SequenceEqual("AMCONSUL"u8))
                && (isSlanted ? FormatLine.IsUpper(group[..at]) : FormatLine.IsRoutingIndicator(group[..at]))
            )
            {
                return at;
            }
        }
        return 0;
    }
}
