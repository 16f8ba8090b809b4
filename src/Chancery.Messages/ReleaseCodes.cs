namespace Chancery.Messages;

/// <summary>Transmission release codes of the networks of the United States (transmission.md 6.4).</summary>
public static class ReleaseCodes
{
    /// <summary>
    /// The release code that a message for a routing indicator needs, such as <c>A</c>; null at home and for letters that name no nation known.
    /// </summary>
    public static char? For(string routingIndicator)
    {
        ArgumentNullException.ThrowIfNull(routingIndicator);
        return routingIndicator.Length < 2 || routingIndicator[0] != 'R'
            ? null
            : routingIndicator[1] switch
            {
                'A' or 'B' or 'C' or 'O' or 'Z' => routingIndicator[1],
                'D' or 'E' or 'F' or 'G' or 'I' or 'K' or 'N' or 'P' or 'Q' or 'X' or 'Y' => 'X',
                _ => null,
            };
    }
}
