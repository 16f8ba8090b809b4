using Chancery.Web.Desk;

namespace Chancery.Web.Pages;

/// <summary>The received bytes of a message with everything that was found in them.</summary>
public sealed class MessageRawModel(Archive archive) : MessagePage(archive)
{
    /// <inheritdoc />
    public override string Tab => "raw";
}
