using System.Text;

namespace Chancery.Messages.Tests.Whole;

/// <summary>
/// Invented messages with everything that is read from them: a field too many, too few or otherwise is a failure. EXERCISE.
/// A case is a line <c>== name</c> with circumstances behind a bar (<c>live</c>, <c>outgoing</c>, <c>functions</c>), the message, a line
/// <c>=&gt;</c>, and the lines of <see cref="FlatMessage"/>.
/// </summary>
public sealed class WholeMessageTests
{
    public static TheoryData<string, string, string> Cases => CaseTable.Cases("Whole");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_that_is_read_is_what_stands_there(string head, string text, string expected) =>
        Assert.Equal(expected, FlatMessage.Of(Assert.Single(CaseTable.Reader(head).ReadAll(Encoding.UTF8.GetBytes(text)))));
}
