using System.Globalization;
using System.Net;

namespace Chancery.Server;

/// <summary>Where the server listens.</summary>
/// <param name="Host">As given, without brackets.</param>
/// <param name="Port">0 lets the system choose.</param>
public sealed record ListenAddress(string Host, int Port)
{
    /// <summary>Reads HOST:PORT; null where it is none.</summary>
    public static ListenAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }
        var host = text[..colon];
        if (host is ['[', .., ']'])
        {
            host = host[1..^1];
            return IPAddress.TryParse(host, out _) ? new ListenAddress(host, port) : null;
        }
        return host.Contains(':', StringComparison.Ordinal) ? null : new ListenAddress(host, port);
    }

    /// <summary>True where only programs of this machine can reach it.</summary>
    public bool IsLoopback => IsName || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The address to bind; null for both loopback addresses of <c>localhost</c>.</summary>
    public IPAddress? Bound =>
        IsName ? null
        : Host == "*" ? IPAddress.IPv6Any
        : IPAddress.Parse(Host);

    /// <summary>False where the host is neither an address, <c>*</c> nor <c>localhost</c>.</summary>
    public bool CanBind => IsName || Host == "*" || IPAddress.TryParse(Host, out _);

    private bool IsName => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where programs of this machine reach it.</summary>
    public Uri FromHere(bool https, int port)
    {
        var any = Bound is { } bound && (bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any));
        var host =
            any ? "127.0.0.1"
            : Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]"
            : Host;
        return new Uri($"{(https ? "https" : "http")}://{host}:{port}");
    }
}
