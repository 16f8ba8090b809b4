namespace Chancery.Messages;

/// <summary>
/// Applies the safe fixes of an input's messages. Bytes that no fix names stay as they are; never throws on input.
/// </summary>
/// <param name="reader">Reads before and after; its options decide which findings there are.</param>
public sealed class MessageFixer(MessageReader reader)
{
    /// <summary>Fixes of one line are made one after the other, and some findings come to light only when others are gone; no message needs more.</summary>
    private const int MostRounds = 64;

    /// <summary>
    /// Applies every safe fix, reads again, and goes on until none is left. Of fixes that touch the same bytes the first goes first.
    /// </summary>
    /// <param name="input">One or more messages.</param>
    /// <returns>The input where nothing is to be mended.</returns>
    public FixedInput Fix(ReadOnlyMemory<byte> input)
    {
        var applied = ImmutableArray.CreateBuilder<AppliedFix>();
        var bytes = input;
        for (var round = 0; round < MostRounds; round++)
        {
            var edits = Edits(reader.ReadAll(bytes), applied);
            if (edits.Count == 0)
            {
                break;
            }
            bytes = Apply(bytes.Span, edits);
        }
        return new FixedInput(bytes, applied.ToImmutable());
    }

    /// <summary>The bytes after changes.</summary>
    /// <param name="bytes">The bytes before.</param>
    /// <param name="edits">Places in <paramref name="bytes"/>, ascending, not overlapping.</param>
    /// <exception cref="ArgumentException">An edit overlaps the one before or lies outside.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> bytes, IReadOnlyList<FixEdit> edits)
    {
        using var after = new MemoryStream(bytes.Length + 64);
        var at = 0;
        foreach (var (span, text) in edits)
        {
            if (span.Start < at || span.End > bytes.Length)
            {
                throw new ArgumentException("An edit overlaps the one before it or lies outside the bytes.", nameof(edits));
            }
            after.Write(bytes[at..span.Start]);
            after.Write(System.Text.Encoding.UTF8.GetBytes(text));
            at = span.End;
        }
        after.Write(bytes[at..]);
        return after.ToArray();
    }

    /// <summary>The edits of all safe fixes that do not touch one another, as places of the input.</summary>
    private static List<FixEdit> Edits(ImmutableArray<Message> messages, ImmutableArray<AppliedFix>.Builder applied)
    {
        var edits = new List<FixEdit>();
        foreach (var message in messages)
        {
            var finder = new PlaceFinder(message);
            var taken = new List<FixEdit>();
            foreach (var finding in message.Findings)
            {
                foreach (var fix in finding.Fix is { } one ? [one] : finding.FixesOfPlaces)
                {
                    if (!fix.IsSafe || fix.Edits.Any(edit => taken.Exists(other => Touch(edit, other, message.Raw.Span))))
                    {
                        continue;
                    }
                    taken.AddRange(fix.Edits);
                    var (line, column) = finder.Find(fix.Edits[0].Span.Start);
                    applied.Add(new AppliedFix(finding.Id, fix.Title, line, column));
                }
            }
            taken.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
            var offset = (int)message.Offset;
            edits.AddRange(taken.Select(edit => edit with { Span = edit.Span with { Start = offset + edit.Span.Start } }));
        }
        return edits;
    }

    /// <summary>True also for two on one line that make it longer: whether the second still fits shows when the first was made.</summary>
    private static bool Touch(FixEdit a, FixEdit b, ReadOnlySpan<byte> bytes)
    {
        var (first, second) = a.Span.Start <= b.Span.Start ? (a, b) : (b, a);
        return second.Span.Start <= first.Span.End
            || ((Grows(first) || Grows(second)) && !bytes[first.Span.End..second.Span.Start].ContainsAny((byte)'\r', (byte)'\n'));
    }

    private static bool Grows(FixEdit edit) => edit.Text.Length > edit.Span.Length;
}
