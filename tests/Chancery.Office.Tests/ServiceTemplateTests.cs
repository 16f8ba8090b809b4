using Chancery.Messages;

namespace Chancery.Office.Tests;

/// <summary>The texts of service messages are data that a store may word otherwise.</summary>
public sealed class ServiceTemplateTests
{
    [Fact]
    public void A_store_words_what_it_names_and_keeps_the_rest()
    {
        List<string> warnings = [];
        var texts = ServiceTemplates.Parse(
            "name;precedence;text\nopen-number;P;ZFX {no} \nreceipt;Z;\nnothing;R;X\n",
            "service-messages.csv",
            warnings
        );
        Assert.Equal((Precedence.Priority, "ZFX {no} "), texts["open-number"]);
        Assert.Equal(ServiceTemplates.Carried["receipt"], texts["receipt"]);
        Assert.Equal(["service-messages.csv:3", "service-messages.csv:4"], warnings.Select(one => one[..22]));
    }
}
