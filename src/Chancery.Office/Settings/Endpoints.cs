using System.Globalization;
using System.Net;

namespace Chancery.Office;

/// <summary>HOST:PORT of the settings.</summary>
public static class Endpoints
{
    /// <summary>Host and port; null where it is no such thing.</summary>
    public static (string Host, int Port)? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (text[..colon].Trim('[', ']'), port)
            : null;
    }

    /// <summary>The address to listen at; null where the host is neither an address, <c>*</c> nor <c>localhost</c>.</summary>
    public static IPEndPoint? ToListen(string text) =>
        Parse(text) is not var (host, port) ? null
        : host == "*" ? new IPEndPoint(IPAddress.IPv6Any, port)
        : string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? new IPEndPoint(IPAddress.Loopback, port)
        : IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port)
        : null;
}
