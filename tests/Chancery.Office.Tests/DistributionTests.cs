using Chancery.Messages;

namespace Chancery.Office.Tests;

/// <summary>handling.md 3.2: which office gets a copy, and why.</summary>
public sealed class DistributionTests
{
    private static readonly DistributionTable Table = DistributionTable.Parse(
        """
        step;key;action;info;priority
        caption;NODIS;EXEC;
        passing;EUR/RUS;EUR/RUS;EUR
        tags;MASS;PM;T;10
        tags;MASS+ML;AF/W;AF PM;10
        tags;PREL;EUR;;20
        subject;VISIT;PROTOCOL;;
        sender;LEGATION NORTHPORT;NORTHDESK;;
        duty;;DUTY;;
        """,
        "distribution.csv",
        []
    );

    [Fact]
    public void The_first_hit_acts_and_every_hit_adds_copies()
    {
        var copies = Copies(new Message { Tags = [Tag("MASS"), Tag("PREL")], Subject = new Subject("STATE VISIT", null) });
        Assert.Equal("PM", Assert.Single(copies, copy => copy.IsAction).Office);
        Assert.Equal(["PM", "T", "EUR", "PROTOCOL"], copies.Select(copy => copy.Office));
        Assert.Equal(("3.2 step 4", "line 4: tags MASS"), (copies[0].Rule, copies[0].Why));
    }

    [Fact]
    public void Of_rows_that_fit_the_one_with_most_conditions_acts()
    {
        var copies = Copies(new Message { Tags = [Tag("MASS"), Tag("ML")] });
        Assert.Equal("AF/W", Assert.Single(copies, copy => copy.IsAction).Office);
        Assert.Equal(["AF/W", "AF", "PM", "T"], copies.Select(copy => copy.Office));
    }

    [Fact]
    public void A_passing_line_comes_before_TAGS()
    {
        var copies = Copies(new Message { Passing = [new PassingLine("DEPT", ["EUR/RUS"], [])], Tags = [Tag("MASS")] });
        Assert.Equal("EUR/RUS", Assert.Single(copies, copy => copy.IsAction).Office);
        Assert.Contains(copies, copy => copy is { Office: "PM", IsAction: false });
    }

    [Fact]
    public void A_restrictive_caption_has_its_list_and_nobody_else() =>
        Assert.Equal(["EXEC"], Copies(new Message { Captions = ["NODIS"], Tags = [Tag("MASS")] }).Select(copy => copy.Office));

    [Fact]
    public void A_restrictive_caption_without_a_list_goes_to_the_duty_officer() =>
        Assert.Equal(["DUTY"], Copies(new Message { Captions = ["EXDIS"], Tags = [Tag("MASS")] }).Select(copy => copy.Office));

    [Fact]
    public void What_nothing_fits_goes_to_the_duty_officer_and_a_sender_is_known_by_his_whole_name()
    {
        Assert.Equal(
            ["DUTY"],
            Copies(new Message { From = new Originator("LEGATION NORTHPORT CITY", []), Subject = new Subject("REVISITED", null) })
                .Select(copy => copy.Office)
        );
        Assert.Equal(["NORTHDESK"], Copies(new Message { From = new Originator("LEGATION NORTHPORT", []) }).Select(copy => copy.Office));
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_told_and_the_others_stand()
    {
        List<string> warnings = [];
        var table = DistributionTable.Parse("tags;MASS;PM;\nnonsense\nstairs;A;B;\n", "distribution.csv", warnings);
        Assert.Equal(2, warnings.Count);
        Assert.StartsWith("distribution.csv:2:", warnings[0], StringComparison.Ordinal);
        Assert.Equal(["PM"], table.Offices);
    }

    private static IReadOnlyList<OfficeCopy> Copies(Message message) => Table.Distribute(message);

    private static Tag Tag(string code) => new(code, TagKind.Subject, null);
}
