using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads what stands above the heading of a released telegram, line by line: distribution, drafting block, dash counter.</summary>
internal sealed class ReleasedHead
{
    private readonly List<OfficeCopies> action = [];
    private readonly List<OfficeCopies> origin = [];
    private readonly List<OfficeCopies> info = [];
    private readonly DraftingLines drafting = new();
    private List<OfficeCopies>? list;
    private bool isDrafting;
    private int? sum;

    /// <summary>Where the sum stands.</summary>
    public TextSpan SumSpan { get; private set; }

    /// <summary>The distribution, or null.</summary>
    public Distribution? Distribution =>
        action.Count + origin.Count + info.Count == 0
            ? null
            : new Distribution
            {
                Action = [.. action],
                Origin = [.. origin],
                Info = [.. info],
                Sum = sum,
            };

    /// <summary>The drafting block, or null.</summary>
    public Drafting? Drafting => drafting.ToDrafting();

    /// <summary>The dash counter, or null.</summary>
    public DashCounter? Counter { get; private set; }

    /// <summary>Reads a line; what belongs to none of the blocks is passed over.</summary>
    public void Read(ReadOnlySpan<byte> text, TextSpan place)
    {
        if (text.IsEmpty)
        {
            return;
        }
        var label = text.IndexOf((byte)' ') is > 0 and var blank ? text[..blank] : text;
        if (text.StartsWith("----------"u8))
        {
            ReadCounter(text.TrimStart((byte)'-'));
            (list, isDrafting) = (null, false);
        }
        else if (Labelled(label) is { } named)
        {
            (list, isDrafting) = (named, false);
            ReadOffices(text[label.Length..], place, label.Length);
        }
        else if (drafting.TryLabel(text))
        {
            (list, isDrafting) = (null, true);
        }
        else if (text.StartsWith("DESIRED DISTRIBUTION"u8))
        {
            (list, isDrafting) = (null, false);
        }
        else if (isDrafting)
        {
            drafting.Clearances(text);
        }
        else if (list is not null)
        {
            ReadOffices(text, place, 0);
        }
    }

    private List<OfficeCopies>? Labelled(ReadOnlySpan<byte> label) =>
        label.SequenceEqual("ORIGIN"u8) ? origin
        : label.SequenceEqual("ACTION"u8) ? action
        : label.SequenceEqual("INFO"u8) ? info
        : null;

    private void ReadOffices(ReadOnlySpan<byte> text, TextSpan place, int at)
    {
        var known = list!.Count;
        if (!DistributionLine.TryRead(text, list, ref sum, out var sumAt))
        {
            // A line that holds something else is none of the distribution.
            list.RemoveRange(known, list.Count - known);
            return;
        }
        if (sumAt >= 0)
        {
            SumSpan = new TextSpan(place.Start + at + sumAt, text.Length - sumAt);
        }
    }

    /// <summary><c>032004 230631Z /12</c>, in either order; one group alone is the counter (AR-5).</summary>
    private void ReadCounter(ReadOnlySpan<byte> rest)
    {
        string? number = null;
        string? filed = null;
        string? copies = null;
        foreach (var group in Encoding.UTF8.GetString(rest).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (group.Length == 7 && group[6] == 'Z' && group.AsSpan(0, 6).ContainsAnyExceptInRange('0', '9') is false)
            {
                filed ??= group;
            }
            else if (group[0] == '/')
            {
                copies ??= group[1..];
            }
            else if (group.Length == 6 && !group.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                number ??= group;
            }
        }
        Counter ??= number is null && filed is null ? null : new DashCounter(number, filed, copies);
    }
}
