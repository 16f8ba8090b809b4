using System.Security.Cryptography;
using System.Text;
using Chancery.Exercise;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Office.Tests;

public sealed class ValuesTests
{
    [Fact]
    public void A_row_read_back_from_its_bytes_or_its_JSON_writes_the_same_JSON()
    {
        foreach (var exercise in ExerciseTraffic.Generate(new ExerciseOptions { Count = 300, Damage = 0.2 }))
        {
            var message = new MessageReader().Read(exercise.Bytes);
            var row = MessageRow.Of(message, default, DateTimeOffset.UnixEpoch, new Origin("import", "x"), filing: true, Level.Secret);
            var json = RowJson.ToBytes(row);
            Assert.Equal(json, RowJson.ToBytes(RowJson.Read(json)));
            Assert.Equal(json, RowJson.ToBytes(RowBytes.Read(RowBytes.ToBytes(row))));
        }
    }

    [Fact]
    public void Nothing_that_a_row_can_hold_is_lost_in_its_bytes_or_its_JSON()
    {
        var row = new MessageRow
        {
            Id = new MessageId(new Guid("01987654-0000-7000-8000-000000000001")),
            FiledAt = new DateTimeOffset(2026, 3, 2, 8, 0, 0, 123, TimeSpan.Zero),
            Origin = new Origin("import", "x.tar.gz!/a"),
            MessageIdentity = "a",
            TransmissionIdentity = "b",
            ChannelIdentity = "c",
            Profile = Profile.Acp128,
            Family = TextFamily.NavalSet,
            Precedence = new PrecedencePair(Precedence.Flash, Precedence.Deferred),
            Dtg = new DateTimeGroup("020800Z MAR 26", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)),
            From = new Originator("FLEET", ["N1"]) { RoutingIndicator = "RVAAAA" },
            Action =
            [
                new Addressee("PORT")
                {
                    RoutingIndicator = "RVBBBB",
                    IsServedOtherwise = true,
                    Number = "12",
                    Precedence = Precedence.NiactImmediate,
                    Offices = ["N2"],
                },
            ],
            Mrn = new MessageReferenceNumber(2026, "NORTHPORT", 4, "NORTHPORT 0004"),
            Serial = new MessageSerial("PORTADMIN", "012", 2026),
            Section = new Section(1, 2, Final: false),
            Classification = new Classification(Level.Secret, ["NOFORN"], "S E C R E T"),
            EffectiveLevel = new EffectiveLevel(Level.TopSecret, "page line"),
            Captions = ["NODIS"],
            Tags = [new Tag("MASS", TagKind.Subject, "MAS5")],
            Subject = new Subject("EXERCISE", new Marking(Level.Confidential, ["NOFORN"], "(C/NF)")),
            States = ["held"],
            Findings = ["TX-405"],
            Errors = 1,
            Warnings = 2,
            Infos = 3,
            Filing = true,
        };
        foreach (var read in (MessageRow[])[RowJson.Read(RowJson.ToBytes(row)), RowBytes.Read(RowBytes.ToBytes(row))])
        {
            Assert.Equal(RowJson.ToBytes(row), RowJson.ToBytes(read));
            Assert.Equivalent(row, read, strict: true);
        }
    }

    [Fact]
    public void A_row_of_an_earlier_version_is_read_from_its_JSON()
    {
        var row = LeastRow();
        Assert.Equal(RowBytes.ToBytes(row), RowBytes.ToBytes(RowBytes.Read(RowJson.ToBytes(row))));
    }

    [Fact]
    public void The_numbers_of_what_stores_keep_as_numbers_never_change()
    {
        Assert.Equal("Unclassified Fouo Sbu Lou Restricted Confidential Secret TopSecret", Names<Level>());
        Assert.Equal("Deferred Routine Priority Immediate NiactImmediate Flash Critic EmergencyCommand", Names<Precedence>());
        Assert.Equal("Reading State Acp127Us Acp127 Acp128 Acp127N Acp126 Mars Doi103 Aftn Navtex", Names<Profile>());
        Assert.Equal("Plain State2000 NavalSet NavalPlain Nara1970", Names<TextFamily>());
        Assert.Equal("Unknown Subject Geo Organization Program Person Term", Names<TagKind>());

        static string Names<T>()
            where T : struct, Enum => string.Join(' ', Enum.GetValues<T>());
    }

    [Fact]
    public void A_row_that_is_damaged_is_told_so_and_never_read_half()
    {
        var whole = RowBytes.ToBytes(LeastRow());
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<StoreException>(() => RowBytes.Read(whole.AsSpan(0, length)));
        }
        Assert.Throws<StoreException>(() => RowBytes.Read([.. whole, 0]));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Sample(
                (place, value) =>
                {
                    byte[] other = [.. whole];
                    other[place] = value;
                    try
                    {
                        RowBytes.Read(other);
                    }
                    catch (StoreException)
                    {
                        // Refused; read as another row is what a changed byte may do, too.
                    }
                }
            );
    }

    [Fact]
    public void JSON_of_a_row_that_is_damaged_is_told_so_and_never_read_half()
    {
        var whole = RowJson.ToBytes(LeastRow());
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<StoreException>(() => RowJson.Read(whole.AsSpan(0, length)));
        }
        foreach (var member in (string[])["\"captions\"", "\"effectiveLevel\"", "\"filedAt\"", "\"SECRET\""])
        {
            var other = Encoding.UTF8.GetString(whole).Replace(member, "\"unheard-of\"", StringComparison.Ordinal);
            Assert.Throws<StoreException>(() => RowJson.Read(Encoding.UTF8.GetBytes(other)));
        }
    }

    [Fact]
    public void Ids_rise_whatever_the_clock_does() =>
        Gen.Int[-2000, 2000]
            .Array[1, 50]
            .Sample(
                steps =>
                {
                    var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
                    var ids = new MessageIdSource(clock, RandomNumberGenerator.Create());
                    var last = default(MessageId);
                    foreach (var step in steps)
                    {
                        clock.AdjustTime(clock.GetUtcNow().AddMilliseconds(step));
                        var id = ids.Next();
                        Assert.True(id.CompareTo(last) > 0);
                        Assert.Equal((7, 8), (id.Value.Version, id.Value.Variant & 0xC));
                        Assert.True(
                            MessageId.TryParse(id.ToString(), out var parsed) && parsed == id && MessageId.FromBytes(id.ToBytes()) == id
                        );
                        last = id;
                    }
                },
                iter: 200
            );

    [Fact]
    public void Ids_go_on_from_the_last_one()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var last = new MessageIdSource(clock, RandomNumberGenerator.Create()).Next();
        var after = new MessageIdSource(new FakeTimeProvider(clock.GetUtcNow().AddDays(-1)), RandomNumberGenerator.Create());
        after.ContinueAfter(last);
        Assert.True(after.Next().CompareTo(last) > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData(null)]
    public void What_is_no_cursor_is_none(string? word) => Assert.False(SearchCursor.TryParse(word, out _));

    [Fact]
    public void A_cursor_is_read_back() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Guid)
            .Sample(
                (key, minute, id) =>
                {
                    var cursor = new SearchCursor(key, minute, new MessageId(id));
                    return SearchCursor.TryParse(cursor.ToString(), out var read) && read == cursor;
                }
            );

    [Theory]
    [InlineData("[office]\nunmarked_level = \"CONFIDENTIAL\"", Level.Confidential, null)]
    [InlineData("[office]\nunmarked_lvl = \"CONFIDENTIAL\"", Level.Secret, "chancery.toml:2: There is no setting office.unmarked_lvl")]
    [InlineData("[office]\nunmarked_level = \"PINK\"", Level.Secret, "office.unmarked_level cannot be")]
    [InlineData("[office]\nunmarked_level = 3", Level.Secret, "office.unmarked_level cannot be")]
    [InlineData("[office\nunmarked_level = 3", Level.Secret, "chancery.toml:1")]
    public void Settings_are_read_and_what_is_odd_is_told(string text, Level unmarked, string? told)
    {
        var settings = OfficeSettings.Read(text, "chancery.toml");
        Assert.Equal(unmarked, settings.UnmarkedLevel);
        Assert.Equal(told is null, settings.Warnings.IsEmpty);
        Assert.All(settings.Warnings.Take(1), warning => Assert.Contains(told!, warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_of_all_kinds_are_read()
    {
        var settings = OfficeSettings.Read(
            "[http]\ncertificate = \"c.pem\"\nnetwork_level = \"SECRET\"\n[limits]\nbody = 10\nmessages = 3\nexpansion = 7\nmessage = 5\n",
            "chancery.toml"
        );
        Assert.Empty(settings.Warnings);
        Assert.Equal(("c.pem", Level.Secret), (settings.Http.Certificate, settings.Http.NetworkLevel));
        Assert.Equal(
            new IntakeLimits
            {
                Body = 10,
                Message = 5,
                Messages = 3,
                Expansion = 7,
            },
            settings.Limits
        );
    }

    private static MessageRow LeastRow() =>
        new()
        {
            Id = new MessageId(new Guid("01987654-0000-7000-8000-000000000001")),
            FiledAt = DateTimeOffset.UnixEpoch,
            Origin = new Origin("import", "x"),
            EffectiveLevel = new EffectiveLevel(Level.Secret, "page line"),
            Captions = ["NODIS"],
        };
}
