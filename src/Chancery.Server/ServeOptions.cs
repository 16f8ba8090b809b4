namespace Chancery.Server;

/// <summary>What <c>serve</c> was told.</summary>
/// <param name="Store">The store folder.</param>
/// <param name="Listen">HOST:PORT.</param>
/// <param name="BehindProxy">A proxy in front speaks https.</param>
/// <param name="Insecure">Plain http beyond this machine is wanted.</param>
public sealed record ServeOptions(string Store, string Listen, bool BehindProxy = false, bool Insecure = false)
{
    /// <summary>Left end of the banner.</summary>
    public string Banner { get; init; } = "";
}
