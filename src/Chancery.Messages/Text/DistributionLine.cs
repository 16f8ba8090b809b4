using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Text;

/// <summary>Reads the groups of a distribution: offices with copies, and the sum (text.md AR-2).</summary>
internal static class DistributionLine
{
    private const int LongestOffice = 8;

    /// <summary><c>ORIGIN EUR-12</c> or <c>ACTION EUR-12</c>: a label with an office behind it.</summary>
    public static bool IsOpening(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        return groups.Next()
            && (groups.Group.SequenceEqual("ORIGIN"u8) || groups.Group.SequenceEqual("ACTION"u8))
            && groups.Next()
            && TryOffice(groups.Group, out _);
    }

    /// <summary>Reads groups into <paramref name="offices"/>; false where one of them is none of a distribution.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, List<OfficeCopies> offices, ref int? sum, out int sumAt)
    {
        sumAt = -1;
        var groups = new GroupCursor(text);
        var read = 0;
        while (groups.Next())
        {
            if (TryOffice(groups.Group, out var office))
            {
                offices.Add(office);
            }
            else if (
                groups.Group is [(byte)'/', .. var digits]
                && Words.TryNumber(digits, 0, out var total, out var length)
                && length == digits.Length
            )
            {
                sum = total;
                sumAt = groups.Start;
            }
            else if (sum is null || groups.Group.Length > 1)
            {
                return false;
            }
            read++;
        }
        return read > 0;
    }

    private static bool TryOffice(ReadOnlySpan<byte> group, out OfficeCopies office)
    {
        office = null!;
        var dash = group.LastIndexOf((byte)'-');
        if (
            dash is < 1 or > LongestOffice
            || group.Length - dash is < 2 or > 3
            || !Words.TryNumber(group, dash + 1, out var copies, out var digits)
            || digits != group.Length - dash - 1
            || group[..dash].ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/"u8)
        )
        {
            return false;
        }
        office = new OfficeCopies(Encoding.ASCII.GetString(group[..dash]), copies);
        return true;
    }
}
