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
    [InlineData("NOFORN", false)]
    [InlineData("REL TO USA, GBR", false)]
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

    [Theory]
    // Level and network.
    [InlineData("SECRET reader", "SECRET", true)]
    [InlineData("SECRET reader", "TOP SECRET", false)]
    [InlineData("SECRET reader", "SECRET over:CONFIDENTIAL", false)]
    [InlineData("FOUO reader", "SBU", true)]
    // Roles.
    [InlineData("SECRET sender", "UNCLASSIFIED", false)]
    [InlineData("TOPSECRET administrator", "UNCLASSIFIED", false)]
    [InlineData("TOPSECRET auditor", "UNCLASSIFIED", false)]
    [InlineData("TOPSECRET security-officer", "UNCLASSIFIED", false)]
    [InlineData("SECRET communicator", "SECRET", true)]
    // Caveats.
    [InlineData("SECRET reader US", "SECRET NOFORN", true)]
    [InlineData("SECRET reader USA", "SECRET NOFORN", true)]
    [InlineData("SECRET reader GBR", "SECRET NOFORN", false)]
    [InlineData("SECRET reader", "SECRET NOFORN", false)]
    [InlineData("SECRET reader GB", "SECRET REL_TO_USA_GBR", true)]
    [InlineData("SECRET reader UK", "SECRET REL_TO_USA_GBR", true)]
    [InlineData("SECRET reader FRA", "SECRET REL_TO_USA_GBR", false)]
    [InlineData("SECRET reader", "SECRET REL_TO_USA_GBR", false)]
    [InlineData("SECRET reader CAN", "SECRET REL_TO_FVEY", true)]
    [InlineData("SECRET reader US", "SECRET REL_TO_GBR NOFORN", false)]
    [InlineData("SECRET reader US", "SECRET NOFORN REL_TO_GBR", false)]
    [InlineData("SECRET reader US", "SECRET ORCON", false)]
    [InlineData("SECRET reader US holds:ORCON", "SECRET ORCON", true)]
    // Captions: role and distribution, or named.
    [InlineData("SECRET reader holds:NODIS in:POL", "SECRET caption:NODIS to:POL", true)]
    [InlineData("SECRET reader holds:NODIS in:POL", "SECRET caption:NODIS to:ECON", false)]
    [InlineData("SECRET reader holds:NODIS", "SECRET caption:NODIS", false)]
    [InlineData("SECRET reader in:POL", "SECRET caption:NODIS to:POL", false)]
    [InlineData("SECRET reader holds:EXDIS in:POL", "SECRET caption:NODIS to:POL", false)]
    [InlineData("CONFIDENTIAL reader holds:NODIS in:POL", "SECRET caption:NODIS to:POL", false)]
    [InlineData("SECRET reader", "SECRET caption:NODIS to:@KIM", true)]
    [InlineData("SECRET reader", "SECRET caption:NODIS to:@LEE", false)]
    [InlineData("SECRET reader", "SECRET caption:NODIS to:KIM", false)]
    [InlineData("SECRET reader holds:NODIS in:POL", "SECRET caption:NODIS caption:STADIS to:POL", false)]
    [InlineData("SECRET reader holds:NODIS holds:STADIS in:POL", "SECRET caption:NODIS caption:STADIS to:POL", true)]
    [InlineData("SECRET reader holds:EXDIS in:POL", "SECRET caption:SPECAT to:POL", true)]
    [InlineData("SECRET reader holds:NODIS in:POL", "SECRET caption:SPECAT_EXCLUSIVE_FOR_ADMIRAL to:POL", true)]
    [InlineData("SECRET reader holds:EXDIS in:POL", "SECRET caption:SPECAT_EXCLUSIVE_FOR_ADMIRAL to:POL", false)]
    [InlineData("SECRET reader in:AMBASSADOR", "SECRET caption:FOR_AMBASSADOR_ONLY", true)]
    [InlineData("SECRET reader in:DCM", "SECRET caption:FOR_AMBASSADOR_ONLY", false)]
    [InlineData("SECRET reader in:POL", "SECRET caption:MARVELLOUS to:POL", false)]
    [InlineData("SECRET reader holds:MARVELLOUS in:POL", "SECRET caption:MARVELLOUS to:POL", true)]
    // Need to know.
    [InlineData("SECRET reader in:POL know", "SECRET to:POL", true)]
    [InlineData("SECRET reader in:ECON know", "SECRET to:POL", false)]
    [InlineData("SECRET reader know", "UNCLASSIFIED", false)]
    [InlineData("SECRET reader know", "SECRET to:@KIM", true)]
    // An office that is called as he is does not name him.
    [InlineData("SECRET reader know", "SECRET to:KIM", false)]
    [InlineData("SECRET sender in:POL know", "SECRET to:POL", false)]
    // Quarantine.
    [InlineData("SECRET reader", "SECRET quarantined", false)]
    [InlineData("SECRET records-officer", "UNCLASSIFIED quarantined", false)]
    [InlineData("SECRET security-officer", "SECRET quarantined", true)]
    [InlineData("CONFIDENTIAL security-officer", "SECRET quarantined", false)]
    [InlineData("SECRET security-officer", "SECRET quarantined NOFORN", false)]
    [InlineData("SECRET security-officer", "SECRET quarantined caption:NODIS", false)]
    [InlineData("SECRET security-officer holds:NODIS", "SECRET quarantined caption:NODIS", true)]
    public void A_message_opens_where_every_term_holds(string who, string what, bool opens)
    {
        var sight = ReadingRights.Look(ReaderOf(who, what), ProtectionOf(what));

        Assert.Equal(opens ? Reading.Full : Reading.None, sight.Reading);
        Assert.NotEmpty(sight.Why);
    }

    [Theory]
    [InlineData("NODIS", "caption")]
    [InlineData("STADIS", "caption STADIS")]
    public void The_term_that_closed_is_named_but_for_captions_of_rank_5_and_more(string caption, string why) =>
        Assert.Equal(why, ReadingRights.Look(ReaderOf("SECRET reader", ""), ProtectionOf($"SECRET caption:{caption}")).Why);

    [Fact]
    public void Roles_that_have_ended_hold_no_more()
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var person = new Person("kim", Level.Secret, "US", Roles.Reader, now)
        {
            Grants = [new("NODIS", "owner", now), new("EXDIS", "owner", now.AddTicks(1)), new("STADIS", "owner", null)],
        };

        Assert.Equal(["EXDIS", "STADIS"], person.AsReader(RightsSettings.Default, now).Accesses);
    }

    [Fact]
    public void A_protection_is_the_same_after_it_was_written_and_read()
    {
        var protection = ProtectionOf("SECRET NOFORN caption:NODIS to:POL to:@KIM quarantined") with
        {
            Portions = [new PortionNeed(0, []), new PortionNeed(3, ["NOFORN"])],
        };

        Assert.Equal(protection, Protection.Parse(protection.Key));
        Assert.NotEqual(protection.Token, (protection with { Rank = 3 }).Token);
    }

    [Fact]
    public void What_is_read_anew_only_tightens()
    {
        var old = ProtectionOf("SECRET NOFORN caption:NODIS to:POL quarantined");
        var tight = old.Tightened(ProtectionOf("CONFIDENTIAL ORCON caption:STADIS to:ECON"));

        Assert.Equal(4, tight.Rank);
        Assert.Equal(["NOFORN", "ORCON"], tight.Caveats);
        Assert.Equal(["NODIS", "STADIS"], tight.Captions);
        Assert.Equal(["POL"], tight.Distribution);
        Assert.True(tight.IsQuarantined);
    }

    private static Reader ReaderOf(string who, string what)
    {
        var words = who.Split(' ');
        Assert.True(Levels.TryParse(words[0], out var level));
        var network = what.Split(' ').FirstOrDefault(word => word.StartsWith("over:", StringComparison.Ordinal));
        return new Reader
        {
            Name = "kim",
            Level = level,
            NetworkLevel =
                network is null ? Level.TopSecret
                : Levels.TryParse(network[5..], out var over) ? over
                : default,
            Roles = PersonWords.Roles([words[1]]),
            Nationality = words[2..].FirstOrDefault(word => word.Length is 2 or 3 && word.All(char.IsAsciiLetterUpper)),
            Accesses = [.. Values(words, "holds:")],
            Offices = [.. Values(words, "in:")],
            Rules = new RightsSettings { NeedToKnow = words.Contains("know") },
        };
    }

    private static Protection ProtectionOf(string what)
    {
        var words = what.Replace("TOP SECRET", "TOPSECRET", StringComparison.Ordinal).Split(' ');
        var level = Levels.TryParse(words[0], out var marked) ? marked : Level.Unclassified;
        string[] caveats = ["NOFORN", "ORCON"];
        return new Protection
        {
            Rank = level.Rank(),
            Caveats = [.. words.Where(word => caveats.Contains(word) || word.StartsWith("REL", StringComparison.Ordinal)).Select(Blank)],
            Captions = [.. Values(words, "caption:")],
            Distribution = [.. Values(words, "to:")],
            IsQuarantined = words.Contains("quarantined"),
        };
    }

    private static IEnumerable<string> Values(string[] words, string name) =>
        words.Where(word => word.StartsWith(name, StringComparison.Ordinal)).Select(word => Blank(word[name.Length..]));

    private static string Blank(string word) => word.Replace('_', ' ');

    private static MessageRow Row(Level level) =>
        new()
        {
            Id = default,
            FiledAt = DateTimeOffset.UnixEpoch,
            Origin = new Origin("http", "op"),
            EffectiveLevel = new EffectiveLevel(level, "classification line"),
        };
}
