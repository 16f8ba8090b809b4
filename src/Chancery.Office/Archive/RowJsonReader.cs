using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chancery.Office;

/// <summary>
/// Reads a row that an earlier version filed, in one pass over its bytes. The members come in the order in which <see cref="RowJson"/> writes them;
/// one that may be null may be absent.
/// </summary>
internal ref struct RowJsonReader
{
    private static readonly (byte[] Name, Level Value)[] Levels = Names<Level>(level => level.Name());
    private static readonly (byte[] Name, Precedence Value)[] Precedences = Names<Precedence>(precedence => precedence.Name());
    private static readonly (byte[] Name, Profile Value)[] Profiles = Names<Profile>(profile => profile.Name());
    private static readonly (byte[] Name, TextFamily Value)[] Families = Names<TextFamily>(family => family.Name());
    private static readonly (byte[] Name, TagKind Value)[] TagKinds = Names<TagKind>(kind => kind.ToString().ToLowerInvariant());

    private Utf8JsonReader json;

    private delegate T Element<T>(ref RowJsonReader reader);

    /// <summary>The row of these bytes.</summary>
    /// <exception cref="JsonException">They are no JSON.</exception>
    /// <exception cref="InvalidOperationException">A value is of another kind.</exception>
    /// <exception cref="FormatException">A value is none that a row has, or lacks.</exception>
    public static MessageRow Read(ReadOnlySpan<byte> row)
    {
        var reader = new RowJsonReader { json = new Utf8JsonReader(row) };
        reader.Advance();
        reader.Open(JsonTokenType.StartObject);
        return reader.Row();
    }

    private MessageRow Row()
    {
        var row = new MessageRow
        {
            Id = MessageId.TryParse(Sure("id"u8), out var id) ? id : throw new FormatException(),
            FiledAt = Instant(Sure("filedAt"u8)),
            Origin = Maybe("origin"u8, static (ref r) => new Origin(r.Sure("door"u8), r.Sure("name"u8))) ?? throw new FormatException(),
            Filing = Flag("filing"u8),
            EffectiveLevel = new EffectiveLevel(null, null),
        };
        if (Enter("identity"u8))
        {
            row = row with
            {
                MessageIdentity = Text("message"u8),
                TransmissionIdentity = Text("transmission"u8),
                ChannelIdentity = Text("channel"u8),
            };
            Leave();
        }
        row = row with
        {
            Profile = OneOf("profile"u8, Profiles) ?? throw new FormatException(),
            Family = OneOf("family"u8, Families) ?? throw new FormatException(),
            Precedence =
                Maybe(
                    "precedence"u8,
                    static (ref r) => new PrecedencePair(r.OneOf("action"u8, Precedences), r.OneOf("info"u8, Precedences))
                ) ?? throw new FormatException(),
            Dtg = Maybe("dtg"u8, static (ref r) => r.Dtg()),
            From = Maybe("from"u8, static (ref r) => r.Originator()),
            Action = Each("action"u8, static (ref r) => r.Addressee()),
            Mrn = Maybe("mrn"u8, static (ref r) => r.Mrn()),
            Serial = Maybe(
                "serial"u8,
                static (ref r) => new MessageSerial(r.Sure("title"u8), r.Sure("number"u8), (int?)r.Number("year"u8))
            ),
            Section = Maybe(
                "section"u8,
                static (ref r) => new Section((int?)r.Number("number"u8), (int?)r.Number("of"u8), r.Flag("final"u8))
            ),
            Classification = Maybe(
                "classification"u8,
                static (ref r) => new Classification(r.Level(), r.Texts("caveats"u8), r.Sure("raw"u8))
            ),
            EffectiveLevel =
                Maybe("effectiveLevel"u8, static (ref r) => new EffectiveLevel(r.Level(), r.Text("source"u8)))
                ?? throw new FormatException(),
        };
        Skip("extract"u8);
        row = row with
        {
            Captions = Texts("captions"u8),
            Tags = Each("tags"u8, static (ref r) => r.Tag()),
            Subject = Maybe("subject"u8, static (ref r) => new Subject(r.Sure("text"u8), r.Maybe("portion"u8, static (ref r) => r.Mark()))),
            States = Texts("states"u8),
        };
        Skip("snippets"u8);
        if (!Enter("findingCounts"u8))
        {
            throw new FormatException();
        }
        row = row with { Errors = Count("errors"u8), Warnings = Count("warnings"u8), Infos = Count("infos"u8), Findings = Texts("ids"u8) };
        Leave();
        return json.TokenType == JsonTokenType.EndObject ? row : throw new FormatException();
    }

    private DateTimeGroup Dtg()
    {
        var raw = Sure("raw"u8);
        return new DateTimeGroup(raw, Text("utc"u8) is { } utc ? Instant(utc) : null);
    }

    private Originator Originator()
    {
        var (name, indicator) = (Sure("name"u8), Text("routingIndicator"u8));
        return new Originator(name, Texts("offices"u8)) { RoutingIndicator = indicator };
    }

    private Addressee Addressee()
    {
        var indicator = Text("routingIndicator"u8);
        var name = Sure("name"u8);
        Skip("kind"u8);
        return new Addressee(name)
        {
            RoutingIndicator = indicator,
            Number = Text("number"u8),
            Precedence = OneOf("precedence"u8, Precedences),
            Offices = Texts("offices"u8),
            IsServedOtherwise = Flag("servedOtherwise"u8),
        };
    }

    private MessageReferenceNumber Mrn()
    {
        var year = (int?)Number("year"u8);
        var read = new MessageReferenceNumber(year, Sure("post"u8), Number("number"u8) ?? throw new FormatException(), Sure("raw"u8));
        Skip("canonical"u8);
        return read with { AlsoKnownAs = Text("alsoKnownAs"u8) };
    }

    private Tag Tag()
    {
        var code = Sure("code"u8);
        return new Tag(code, OneOf("kind"u8, TagKinds) ?? throw new FormatException(), Text("raw"u8));
    }

    private Marking Mark() => new(Level(), Texts("caveats"u8), Sure("raw"u8));

    private Level Level() => OneOf("level"u8, Levels) ?? throw new FormatException();

    private int Count(ReadOnlySpan<byte> name) => (int)(Number(name) ?? 0);

    /// <summary>True where this member comes next; it is on its value then.</summary>
    private bool At(ReadOnlySpan<byte> name)
    {
        if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals(name))
        {
            return false;
        }
        Advance();
        return true;
    }

    private string? Text(ReadOnlySpan<byte> name)
    {
        if (!At(name))
        {
            return null;
        }
        var text = json.GetString();
        Advance();
        return text;
    }

    private string Sure(ReadOnlySpan<byte> name) => Text(name) ?? throw new FormatException();

    private long? Number(ReadOnlySpan<byte> name)
    {
        if (!At(name))
        {
            return null;
        }
        var number = json.TokenType == JsonTokenType.Null ? (long?)null : json.GetInt64();
        Advance();
        return number;
    }

    private bool Flag(ReadOnlySpan<byte> name)
    {
        if (!At(name))
        {
            return false;
        }
        var flag = json.GetBoolean();
        Advance();
        return flag;
    }

    private T? OneOf<T>(ReadOnlySpan<byte> name, (byte[] Name, T Value)[] names)
        where T : struct
    {
        if (!At(name))
        {
            return null;
        }
        var found = default(T?);
        foreach (var (known, value) in json.TokenType == JsonTokenType.Null ? [] : names)
        {
            if (json.ValueTextEquals(known))
            {
                found = value;
                break;
            }
        }
        if (found is null && json.TokenType != JsonTokenType.Null)
        {
            throw new FormatException();
        }
        Advance();
        return found;
    }

    private ImmutableArray<string> Texts(ReadOnlySpan<byte> name) =>
        Each(
            name,
            static (ref r) =>
            {
                var text = r.json.GetString() ?? throw new FormatException();
                r.Advance();
                return text;
            },
            areObjects: false
        );

    private ImmutableArray<T> Each<T>(ReadOnlySpan<byte> name, Element<T> read, bool areObjects = true)
    {
        if (!At(name))
        {
            return [];
        }
        Open(JsonTokenType.StartArray);
        if (json.TokenType == JsonTokenType.EndArray)
        {
            Advance();
            return [];
        }
        var values = ImmutableArray.CreateBuilder<T>();
        while (json.TokenType != JsonTokenType.EndArray)
        {
            if (areObjects)
            {
                Open(JsonTokenType.StartObject);
            }
            values.Add(read(ref this));
            if (areObjects)
            {
                Leave();
            }
        }
        Advance();
        return values.DrainToImmutable();
    }

    private T? Maybe<T>(ReadOnlySpan<byte> name, Element<T> read)
        where T : class
    {
        if (!Enter(name))
        {
            return null;
        }
        var value = read(ref this);
        Leave();
        return value;
    }

    /// <summary>Goes into the object under a name; false where it is absent or null.</summary>
    private bool Enter(ReadOnlySpan<byte> name)
    {
        if (!At(name))
        {
            return false;
        }
        if (json.TokenType == JsonTokenType.Null)
        {
            Advance();
            return false;
        }
        Open(JsonTokenType.StartObject);
        return true;
    }

    private void Open(JsonTokenType token)
    {
        if (json.TokenType != token)
        {
            throw new FormatException();
        }
        Advance();
    }

    /// <summary>Goes out of an object that has been read to its end: what it holds more is nothing a row has.</summary>
    private void Leave() => Open(JsonTokenType.EndObject);

    private void Skip(ReadOnlySpan<byte> name)
    {
        if (At(name))
        {
            json.Skip();
            Advance();
        }
    }

    private void Advance()
    {
        if (!json.Read() && json.CurrentDepth > 0)
        {
            throw new FormatException();
        }
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static (byte[] Name, T Value)[] Names<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (Encoding.UTF8.GetBytes(name(value)), value))];
}
