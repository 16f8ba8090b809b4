using System.Text;
using Chancery.Messages.Tests.Whole;

namespace Chancery.Messages.Tests.Checks;

/// <summary>
/// What a rule says, where, how gravely and with which fix, on a message that breaks it, and that nothing else is said (Told/*.txt, written
/// as the tables of <see cref="WholeMessageTests"/> are). EXERCISE.
/// </summary>
public sealed class ToldTests
{
    public static TheoryData<string, string, string> Cases => CaseTable.Cases("Told");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_says_what_is_wrong_and_where_and_no_other_speaks(string head, string text, string expected) =>
        Assert.Equal(expected, FlatMessage.Findings(Assert.Single(CaseTable.Reader(head).ReadAll(Encoding.UTF8.GetBytes(text)))));
}
