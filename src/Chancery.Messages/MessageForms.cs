namespace Chancery.Messages;

/// <summary>Names of <see cref="MessageForm"/>.</summary>
public static class MessageForms
{
    /// <summary>The name in the JSON contract, such as <c>SHORT SERVICE</c>.</summary>
    public static string Name(this MessageForm form) =>
        form switch
        {
            MessageForm.Plaindress => "PLAINDRESS",
            MessageForm.Abbreviated => "ABBREVIATED",
            MessageForm.Codress => "CODRESS",
            MessageForm.Service => "SERVICE",
            _ => "SHORT SERVICE",
        };
}
