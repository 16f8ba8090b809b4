using Chancery.Web.Desk;

namespace Chancery.Web.Pages;

/// <summary>A message as read: what does it say, and can I trust it?</summary>
public sealed class MessageModel : MessagePage
{
    /// <inheritdoc />
    public override string Tab => "reading";
}
