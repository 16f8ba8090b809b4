using System.Net;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Storage;

namespace Chancery.Gateways.Mail;

/// <summary>Takes mail only from machines that are listed, each by its address or as a network such as <c>10.1.0.0/16</c>.</summary>
internal sealed class ListedSenders(ImmutableArray<string> allowed) : IMailboxFilter
{
    private readonly ImmutableArray<IPNetwork> networks =
    [
        .. allowed.Select(text =>
            IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address)
                ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
            : default
        ),
    ];

    /// <inheritdoc />
    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        Task.FromResult(
            context.Properties.TryGetValue(EndpointListener.RemoteEndPointKey, out var remote)
                && remote is IPEndPoint endpoint
                && IsListed(endpoint.Address)
        );

    /// <inheritdoc />
    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        Task.FromResult(result: true);

    private bool IsListed(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network =>
            network.BaseAddress is { } start && start.AddressFamily == address.AddressFamily && network.Contains(address)
        );
    }
}
