using System.Collections.Frozen;

namespace Chancery.Messages.Tables;

/// <summary>The operating signals that are known, from the table compiled into the library.</summary>
internal static class OperatingSignals
{
    private static readonly Lazy<FrozenSet<string>> Carried = new(Load);

    /// <summary>True where the signal is known, itself or under another number: a number only chooses among its meanings.</summary>
    public static bool Knows(ReadOnlySpan<char> signal) =>
        signal.Length >= 3 && Carried.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(signal[..3]);

    private static FrozenSet<string> Load() =>
        Csv.Rows(Csv.Embedded("signals.csv")).Skip(1).Select(row => row.Fields[0][..3]).ToFrozenSet(StringComparer.Ordinal);
}
