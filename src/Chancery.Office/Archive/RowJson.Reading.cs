using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Office;

public static partial class RowJson
{
    private static readonly FrozenDictionary<string, Level> LevelNames = ByName<Level>(level => level.Name());
    private static readonly FrozenDictionary<string, Precedence> PrecedenceNames = ByName<Precedence>(precedence => precedence.Name());
    private static readonly FrozenDictionary<string, Profile> ProfileNames = ByName<Profile>(profile => profile.Name());
    private static readonly FrozenDictionary<string, TextFamily> FamilyNames = ByName<TextFamily>(family => family.Name());
    private static readonly FrozenDictionary<string, TagKind> TagKindNames = ByName<TagKind>(kind => kind.ToString().ToLowerInvariant());

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="StoreException">It is no such row: the store is damaged.</exception>
    public static MessageRow Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StoreException("The fields of a message in the store are damaged: run \"chancery rebuild --reread\".", fault);
        }
    }

    private static MessageRow Read(JsonElement row)
    {
        var origin = row.GetProperty("origin");
        var identity = row.GetProperty("identity");
        var precedence = row.GetProperty("precedence");
        var level = row.GetProperty("effectiveLevel");
        var findings = row.GetProperty("findingCounts");
        if (!MessageId.TryParse(row.GetProperty("id").GetString(), out var id))
        {
            throw new FormatException();
        }
        return new MessageRow
        {
            Id = id,
            FiledAt = Instant(row.GetProperty("filedAt").GetString()!),
            Origin = new Origin(origin.GetProperty("door").GetString()!, origin.GetProperty("name").GetString()!),
            MessageIdentity = identity.GetProperty("message").GetString(),
            TransmissionIdentity = identity.GetProperty("transmission").GetString(),
            ChannelIdentity = identity.GetProperty("channel").GetString(),
            Profile = Named(row.GetProperty("profile"), ProfileNames),
            Family = Named(row.GetProperty("family"), FamilyNames),
            Precedence = new PrecedencePair(PrecedenceOf(precedence.GetProperty("action")), PrecedenceOf(precedence.GetProperty("info"))),
            Dtg = Optional(
                row,
                "dtg",
                dtg => new DateTimeGroup(
                    dtg.GetProperty("raw").GetString()!,
                    dtg.GetProperty("utc").GetString() is { } utc ? Instant(utc) : null
                )
            ),
            From = Optional(
                row,
                "from",
                from => new Originator(from.GetProperty("name").GetString()!, Strings(from, "offices"))
                {
                    RoutingIndicator = from.GetProperty("routingIndicator").GetString(),
                }
            ),
            Action = Each(row, "action", ReadAddressee),
            Mrn = Optional(
                row,
                "mrn",
                mrn => new MessageReferenceNumber(
                    Number(mrn, "year"),
                    mrn.GetProperty("post").GetString()!,
                    mrn.GetProperty("number").GetInt64(),
                    mrn.GetProperty("raw").GetString()!
                )
            ),
            Serial = Optional(
                row,
                "serial",
                serial => new MessageSerial(
                    serial.GetProperty("title").GetString()!,
                    serial.GetProperty("number").GetString()!,
                    Number(serial, "year")
                )
            ),
            Section = Optional(
                row,
                "section",
                section => new Section(Number(section, "number"), Number(section, "of"), section.GetProperty("final").GetBoolean())
            ),
            Classification = Optional(
                row,
                "classification",
                line => new Classification(LevelOf(line), Strings(line, "caveats"), line.GetProperty("raw").GetString()!)
            ),
            EffectiveLevel = new EffectiveLevel(LevelOf(level), level.GetProperty("source").GetString()),
            Captions = Strings(row, "captions"),
            Tags = Each(row, "tags", ReadTag),
            Subject = Optional(
                row,
                "subject",
                subject => new Subject(
                    subject.GetProperty("text").GetString()!,
                    Optional(
                        subject,
                        "portion",
                        mark => new Marking(LevelOf(mark), Strings(mark, "caveats"), mark.GetProperty("raw").GetString()!)
                    )
                )
            ),
            States = Strings(row, "states"),
            Findings = Strings(findings, "ids"),
            Errors = findings.GetProperty("errors").GetInt32(),
            Warnings = findings.GetProperty("warnings").GetInt32(),
            Infos = findings.GetProperty("infos").GetInt32(),
            Filing = row.GetProperty("filing").GetBoolean(),
        };
    }

    private static Addressee ReadAddressee(JsonElement addressee) =>
        new(addressee.GetProperty("name").GetString()!)
        {
            RoutingIndicator = addressee.GetProperty("routingIndicator").GetString(),
            Number = addressee.GetProperty("number").GetString(),
            Precedence = PrecedenceOf(addressee.GetProperty("precedence")),
            Offices = Strings(addressee, "offices"),
            IsServedOtherwise = addressee.GetProperty("servedOtherwise").GetBoolean(),
        };

    private static Tag ReadTag(JsonElement tag) =>
        new(tag.GetProperty("code").GetString()!, Named(tag.GetProperty("kind"), TagKindNames), tag.GetProperty("raw").GetString());

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Level LevelOf(JsonElement holder) => Named(holder.GetProperty("level"), LevelNames);

    private static Precedence? PrecedenceOf(JsonElement name) => name.ValueKind == JsonValueKind.Null ? null : Named(name, PrecedenceNames);

    private static FrozenDictionary<string, T> ByName<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(name, StringComparer.Ordinal);

    private static T Named<T>(JsonElement element, FrozenDictionary<string, T> names) =>
        names.TryGetValue(element.GetString() ?? "", out var value) ? value : throw new FormatException();

    private static T? Optional<T>(JsonElement holder, string name, Func<JsonElement, T> read)
        where T : class => holder.GetProperty(name) is { ValueKind: JsonValueKind.Object } value ? read(value) : null;

    private static int? Number(JsonElement holder, string name) =>
        holder.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    private static ImmutableArray<string> Strings(JsonElement holder, string name) => Each(holder, name, value => value.GetString()!);

    private static ImmutableArray<T> Each<T>(JsonElement holder, string name, Func<JsonElement, T> read)
    {
        var array = holder.GetProperty(name);
        var count = array.GetArrayLength();
        if (count == 0)
        {
            return [];
        }
        var values = ImmutableArray.CreateBuilder<T>(count);
        foreach (var value in array.EnumerateArray())
        {
            values.Add(read(value));
        }
        return values.MoveToImmutable();
    }
}
