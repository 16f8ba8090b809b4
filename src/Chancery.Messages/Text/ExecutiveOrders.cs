namespace Chancery.Messages.Text;

/// <summary>The orders on classified information and the days from which each was in force (text.md 8, EO-2).</summary>
internal static class ExecutiveOrders
{
    /// <summary>In the order of their days.</summary>
    public static readonly ImmutableArray<(string Number, DateOnly From)> All =
    [
        ("11652", new DateOnly(1972, 6, 1)),
        ("12065", new DateOnly(1978, 12, 1)),
        ("12356", new DateOnly(1982, 8, 1)),
        ("12958", new DateOnly(1995, 10, 14)),
        ("13526", new DateOnly(2010, 6, 27)),
    ];

    /// <summary>From this day on declassification may be set up to 25 years ahead, reasons stand in section 1.4 and X1 to X8 are void (EO-3, EO-4, CB-2).</summary>
    public static readonly DateOnly Amended = new(2003, 9, 22);

    /// <summary>The amending order was signed on this day; until it was in force both sections were met (CB-2).</summary>
    public static readonly DateOnly AmendmentSigned = new(2003, 3, 25);

    /// <summary>From this day on the reason and the classifier stand on the message (CB-1).</summary>
    public static readonly DateOnly ReasonsBegin = new(1995, 10, 14);

    /// <summary>Since when an order is in force; null for a number that is none.</summary>
    public static DateOnly? Since(string? number)
    {
        foreach (var order in All)
        {
            if (order.Number == number)
            {
                return order.From;
            }
        }
        return null;
    }

    /// <summary>True for the orders under which dates have four-digit years (12958 and later).</summary>
    public static bool IsOfFullYears(string? order) => order is "12958" or "13526";
}
