using CsCheck;

namespace Chancery.Office.Tests;

public sealed class RightsTests
{
    [Theory]
    [InlineData("NODIS", true)]
    [InlineData("EXDIS", true)]
    [InlineData("STADIS", true)]
    [InlineData("ROGER CHANNEL", true)]
    [InlineData("FOR AMBASSADOR ONLY", true)]
    [InlineData("PERSONAL FOR COMMANDER", true)]
    [InlineData("SIPDIS", false)]
    [InlineData("SENSITIVE", false)]
    [InlineData("CODEL", false)]
    [InlineData("SECTO 12", false)]
    [InlineData("MARVELLOUS", true)]
    public void A_caption_of_rank_3_or_one_that_is_not_known_closes_a_message(string caption, bool closed)
    {
        Assert.Equal(closed, ReadingRights.IsRestricted([caption]));
        Assert.Equal(closed, ReadingRights.IsRestricted(["SIPDIS", caption]));
    }

    [Theory]
    [InlineData(Roles.Reader, true)]
    [InlineData(Roles.Communicator, true)]
    [InlineData(Roles.RecordsOfficer, true)]
    [InlineData(Roles.Sender, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.Auditor | Roles.Administrator, false)]
    [InlineData(Roles.None, false)]
    public void Only_a_retrieval_right_opens_messages(Roles roles, bool opens)
    {
        var reader = new Reader
        {
            Name = "r",
            Level = Level.TopSecret,
            Roles = roles,
        };
        Assert.Equal(opens ? Reading.Full : Reading.None, ReadingRights.Decide(reader, Row(Level.Unclassified)));
    }

    [Fact]
    public void Neither_clearance_nor_network_may_be_below_the_message() =>
        Gen.Select(Gen.Enum<Level>(), Gen.Enum<Level>(), Gen.Enum<Level>())
            .Sample(
                (level, network, message) =>
                {
                    var reader = new Reader
                    {
                        Name = "r",
                        Level = level,
                        NetworkLevel = network,
                        Roles = Roles.Reader,
                    };
                    var open = message.Rank() <= level.Rank() && message.Rank() <= network.Rank();
                    return ReadingRights.Decide(reader, Row(message)) == (open ? Reading.Full : Reading.None);
                }
            );

    [Fact]
    public void The_owner_sees_all() =>
        Assert.Equal(Reading.Full, ReadingRights.Decide(Reader.Owner, Row(Level.TopSecret) with { Captions = ["NODIS"] }));

    [Theory]
    [InlineData("records-officer", Roles.RecordsOfficer)]
    [InlineData("Records Officer", Roles.RecordsOfficer)]
    [InlineData("READER", Roles.Reader)]
    [InlineData("king", Roles.None)]
    public void Roles_are_read_as_people_write_them(string name, Roles role)
    {
        Assert.Equal(role != Roles.None, RoleNames.TryParse(name, out var read));
        Assert.Equal(role, read);
    }

    private static MessageRow Row(Level level) =>
        new()
        {
            Id = default,
            FiledAt = DateTimeOffset.UnixEpoch,
            Origin = new Origin("http", "op"),
            EffectiveLevel = new EffectiveLevel(level, "classification line"),
        };
}
