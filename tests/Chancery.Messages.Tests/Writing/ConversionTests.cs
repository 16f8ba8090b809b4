using System.Text;
using Chancery.Messages.Tests.Whole;

namespace Chancery.Messages.Tests.Writing;

/// <summary>
/// What a message becomes in another form, whole, and what is said to be lost (Conversions/*.txt: behind the bar of a head stands the form). EXERCISE.
/// </summary>
public sealed class ConversionTests
{
    public static TheoryData<string, string, string> Cases => CaseTable.Cases("Conversions");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_message_is_written_in_another_form_and_says_what_it_lost(string head, string text, string expected)
    {
        var message = Assert.Single(new MessageReader().ReadAll(Encoding.UTF8.GetBytes(text)));
        var profile = Enum.GetValues<Profile>().Single(one => one.Name() == head[(head.IndexOf('|') + 2)..]);

        Assert.Equal(expected, Written.As(message, profile));
    }
}
