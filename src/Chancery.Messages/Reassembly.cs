using Chancery.Messages.Sections;

namespace Chancery.Messages;

/// <summary>Finds the sections of one message among many messages and puts them together (text.md 6, MS-1 to MS-4).</summary>
/// <param name="reader">Reads the joined bytes; its options give the findings their severity.</param>
public sealed class Reassembly(MessageReader reader)
{
    /// <summary>
    /// Every message of which a section is among <paramref name="messages"/>, in the order in which their first sections came. Messages without
    /// a section mark, with a number outside of 1 to the total, or with a total of 1 are passed over. Nothing is ever missing by an exception:
    /// a section that is not there is named.
    /// </summary>
    /// <param name="messages">Messages as read, in the order in which they were received.</param>
    public ImmutableArray<SectionedMessage> Join(IEnumerable<Message> messages)
    {
        var groups = new Dictionary<SectionKey, List<Message>>();
        var order = new List<SectionKey>();
        foreach (var message in messages)
        {
            if (SectionKey.Of(message) is not { } key)
            {
                continue;
            }
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
                order.Add(key);
            }
            group.Add(message);
        }
        return [.. order.Select(key => Join(groups[key], key.Total))];
    }

    private SectionedMessage Join(List<Message> copies, int of)
    {
        var best = new List<Message>();
        var superseded = ImmutableArray.CreateBuilder<Message>();
        foreach (var group in copies.GroupBy(copy => copy.Section!.Number!.Value).OrderBy(group => group.Key))
        {
            var chosen = SectionCopies.Best([.. group]);
            best.Add(chosen);
            superseded.AddRange(group.Where(copy => !ReferenceEquals(copy, chosen)));
        }
        var missing = Enumerable.Range(1, of).Except(best.Select(section => section.Section!.Number!.Value)).ToImmutableArray();
        var joined = SectionTexts.Join(best);
        return new SectionedMessage
        {
            Whole = Whole(best, joined, of, missing),
            Of = of,
            Sections = joined.Sections,
            Missing = missing,
            Superseded = superseded.ToImmutable(),
        };
    }

    private Message Whole(List<Message> best, JoinedText joined, int of, ImmutableArray<int> missing)
    {
        var read = reader.Read(joined.Bytes);
        var tags = Union(best.Select(section => section.Tags), tag => tag.Code);
        var captions = Union(best.Select(section => section.Captions), caption => caption);
        var derived = read.Derived;
        if (tags.Length != read.Tags.Length)
        {
            derived = derived.Add(new DerivedValue("tags", "MS-4"));
        }
        if (captions.Length != read.Captions.Length)
        {
            derived = derived.Add(new DerivedValue("captions", "MS-4"));
        }
        var findings = new SectionFindings(reader.Options, joined.Sections);
        return read with
        {
            Section = null,
            Tags = tags,
            Captions = captions,
            EffectiveLevel = best.Select(section => section.EffectiveLevel)
                .Append(read.EffectiveLevel)
                .Aggregate((a, b) => Levels.Highest(a.Level, b.Level) == a.Level ? a : b),
            // Only the last section is signed; what ends an earlier one is no signature.
            Signature = missing.Contains(of) ? null : best[^1].Signature,
            Derived = derived,
            Findings =
            [
                .. read
                    .Findings.Where(finding => !finding.Id.StartsWith("TX-", StringComparison.Ordinal))
                    .Concat(findings.Find(of, missing))
                    .OrderBy(finding => finding.Span.Start),
            ],
        };
    }

    private static ImmutableArray<T> Union<T>(IEnumerable<ImmutableArray<T>> lists, Func<T, string> key) =>
        [.. lists.SelectMany(list => list).DistinctBy(key, StringComparer.Ordinal)];
}
