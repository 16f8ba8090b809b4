namespace Chancery.Office.Tests;

public sealed class PeopleListTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_is_a_person_with_all_that_rights_go_by()
    {
        var people = PeopleList.Read(
            "name,level,nationality,roles,offices,accesses\r\nkim,SECRET,us,reader;sender,POL;ECON,NODIS:2027-01-31;EXDIS\r\n\r\nlee,,,,,\r\n",
            "owner",
            Now,
            out var fault
        );

        Assert.Null(fault);
        var kim = people[0];
        Assert.Equal(("kim", Level.Secret, "US", Roles.Reader | Roles.Sender), (kim.Name, kim.Level, kim.Nationality, kim.Roles));
        Assert.Equal(["POL", "ECON"], kim.Offices);
        Assert.Equal(new AccessGrant("NODIS", "owner", new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero)), kim.Grants[0]);
        Assert.Equal(new AccessGrant("EXDIS", "owner", null), kim.Grants[1]);
        Assert.Equal((Level.Unclassified, null, Roles.Reader | Roles.Sender), (people[1].Level, people[1].Nationality, people[1].Roles));
    }

    [Theory]
    [InlineData("name,level\nkim,SECERT", "Line 2: \"SECERT\" is no level.")]
    [InlineData("name,roles\nkim,king", "Line 2: \"king\" is no role")]
    [InlineData("name,accesses\nkim,NODIS:tomorrow", "Line 2: \"NODIS:tomorrow\" is no access")]
    [InlineData("name,level\nkim", "Line 2 has 1 fields, the heading 2")]
    [InlineData("name,colour\nkim,red", "There is no column colour")]
    [InlineData("level\nSECRET", "names no column \"name\"")]
    [InlineData("", "names no column \"name\"")]
    public void A_fault_is_told_with_its_line_and_nothing_is_taken(string text, string told)
    {
        Assert.Empty(PeopleList.Read(text, "owner", Now, out var fault));
        Assert.Contains(told, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_field_may_hold_commas_quotes_and_line_ends() =>
        Assert.Equal(
            [(1, ["a", "b,\"c\"\nd"]), (3, ["e", ""])],
            CsvRows.Read("a,\"b,\"\"c\"\"\nd\"\ne,\n", ',').Select(row => (row.Line, row.Fields))
        );
}
