namespace Chancery.Messages.Tests;

/// <summary>Names and letters of the public kinds: they stand in the JSON, in files of data and on command lines.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData(Level.Unclassified, "UNCLASSIFIED", "U", 0)]
    [InlineData(Level.Fouo, "FOUO", "FOUO", 1)]
    [InlineData(Level.Sbu, "SBU", "SBU", 1)]
    [InlineData(Level.Lou, "LOU", "LOU", 1)]
    [InlineData(Level.Restricted, "RESTRICTED", "R", 2)]
    [InlineData(Level.Confidential, "CONFIDENTIAL", "C", 3)]
    [InlineData(Level.Secret, "SECRET", "S", 4)]
    [InlineData(Level.TopSecret, "TOP SECRET", "TS", 5)]
    public void A_level_has_a_name_a_mark_and_a_rank_and_is_read_by_both(Level level, string name, string mark, int rank)
    {
        Assert.Equal((name, mark, rank), (level.Name(), level.Mark(), level.Rank()));
        foreach (var words in new[] { name, mark, name.ToLowerInvariant() })
        {
            Assert.True(Levels.TryParse(words, out var read));
            Assert.Equal(level, read);
        }
    }

    [Theory]
    [InlineData("unclas", Level.Unclassified)]
    [InlineData("TOPSECRET", Level.TopSecret)]
    [InlineData("top-secret", Level.TopSecret)]
    [InlineData("TOP_SECRET", Level.TopSecret)]
    [InlineData("LIMITED OFFICIAL USE", Level.Lou)]
    [InlineData("SENSITIVE BUT UNCLASSIFIED", Level.Sbu)]
    [InlineData("FOR OFFICIAL USE ONLY", Level.Fouo)]
    [InlineData("COSMIC", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_level_is_read_in_the_words_people_use(string? words, Level? level)
    {
        Assert.Equal(level is not null, Levels.TryParse(words, out var read));
        Assert.True(level is null || level == read);
    }

    [Fact]
    public void The_higher_of_two_levels_counts_and_nothing_is_lowest()
    {
        Assert.Equal(Level.Secret, Levels.Highest(Level.Secret, Level.Confidential));
        Assert.Equal(Level.Secret, Levels.Highest(Level.Confidential, Level.Secret));
        Assert.Equal(Level.Sbu, Levels.Highest(null, Level.Sbu));
        Assert.Equal(Level.Sbu, Levels.Highest(Level.Sbu, null));
        Assert.Null(Levels.Highest(null, null));
    }

    [Theory]
    [InlineData(Precedence.Deferred, "DEFERRED", 'M')]
    [InlineData(Precedence.Routine, "ROUTINE", 'R')]
    [InlineData(Precedence.Priority, "PRIORITY", 'P')]
    [InlineData(Precedence.Immediate, "IMMEDIATE", 'O')]
    [InlineData(Precedence.NiactImmediate, "NIACT IMMEDIATE", 'O')]
    [InlineData(Precedence.Flash, "FLASH", 'Z')]
    [InlineData(Precedence.Critic, "CRITIC", 'W')]
    [InlineData(Precedence.EmergencyCommand, "EMERGENCY COMMAND", 'Y')]
    public void A_precedence_has_a_name_and_a_letter_and_is_read_by_both(Precedence precedence, string name, char letter)
    {
        Assert.Equal((name, letter), (precedence.Name(), precedence.Letter()));
        Assert.True(Precedences.TryParse(name.ToLowerInvariant(), out var read));
        Assert.Equal(precedence, read);
        Assert.Equal(precedence == Precedence.NiactImmediate ? Precedence.Immediate : precedence, Precedences.FromLetter((byte)letter));
    }

    [Fact]
    public void What_is_no_precedence_gives_none()
    {
        Assert.Null(Precedences.FromLetter((byte)'X'));
        Assert.False(Precedences.TryParse("URGENT", out var read));
        Assert.Equal(Precedence.Routine, read);
        Assert.False(Precedences.TryParse(null, out _));
    }

    [Theory]
    [InlineData(MessageForm.Plaindress, "PLAINDRESS")]
    [InlineData(MessageForm.Abbreviated, "ABBREVIATED")]
    [InlineData(MessageForm.Codress, "CODRESS")]
    [InlineData(MessageForm.Service, "SERVICE")]
    [InlineData(MessageForm.ShortService, "SHORT SERVICE")]
    public void A_form_has_a_name(MessageForm form, string name) => Assert.Equal(name, form.Name());

    [Theory]
    [InlineData(TextFamily.Plain, "PLAIN")]
    [InlineData(TextFamily.State2000, "STATE2000")]
    [InlineData(TextFamily.Nara1970, "NARA1970")]
    [InlineData(TextFamily.NavalSet, "NAVAL-SET")]
    [InlineData(TextFamily.NavalPlain, "NAVAL-PLAIN")]
    public void A_family_of_texts_has_a_name(TextFamily family, string name) => Assert.Equal(name, family.Name());

    [Theory]
    [InlineData(Profile.State, "STATE")]
    [InlineData(Profile.Acp127, "ACP127")]
    [InlineData(Profile.Acp127N, "ACP127N")]
    [InlineData(Profile.Acp127Us, "ACP127US")]
    [InlineData(Profile.Acp128, "ACP128")]
    [InlineData(Profile.Reading, "READING")]
    [InlineData(Profile.Acp126, "ACP126")]
    [InlineData(Profile.Mars, "MARS")]
    [InlineData(Profile.Doi103, "DOI103")]
    [InlineData(Profile.Aftn, "AFTN")]
    [InlineData(Profile.Navtex, "NAVTEX")]
    public void A_profile_has_a_name(Profile profile, string name) => Assert.Equal(name, profile.Name());

    [Theory]
    [InlineData("RAEHAA", 'A')]
    [InlineData("RB", 'B')]
    [InlineData("RCEHAA", 'C')]
    [InlineData("ROEHAA", 'O')]
    [InlineData("RZEHAA", 'Z')]
    [InlineData("RDEHAA", 'X')]
    [InlineData("RYEHAA", 'X')]
    [InlineData("RXEHAA", 'X')]
    [InlineData("RUEHAA", null)]
    [InlineData("RHEHAA", null)]
    [InlineData("QAEHAA", null)]
    [InlineData("R", null)]
    [InlineData("", null)]
    public void The_nation_of_an_indicator_asks_for_a_release_code(string indicator, char? code) =>
        Assert.Equal(code, ReleaseCodes.For(indicator));

    [Theory]
    [InlineData("PREL", "External Political Relations")]
    [InlineData("NO", "Norway")]
    [InlineData("no", null)]
    [InlineData("QQQQ", null)]
    public void A_TAG_has_the_name_that_the_table_gives(string code, string? name) => Assert.Equal(name, TagNames.Find(code));
}
