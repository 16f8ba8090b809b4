using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Chancery.Office;

public static partial class RowJson
{
    private const int LongestName = 64;
    private static readonly FrozenDictionary<string, Level> LevelNames = ByName<Level>(level => level.Name());
    private static readonly FrozenDictionary<string, Precedence> PrecedenceNames = ByName<Precedence>(precedence => precedence.Name());
    private static readonly FrozenDictionary<string, Profile> ProfileNames = ByName<Profile>(profile => profile.Name());
    private static readonly FrozenDictionary<string, TextFamily> FamilyNames = ByName<TextFamily>(family => family.Name());
    private static readonly FrozenDictionary<string, TagKind> TagKindNames = ByName<TagKind>(kind => kind.ToString().ToLowerInvariant());

    private delegate T ReadValue<out T>(ref Utf8JsonReader json);

    /// <summary>Reads what <see cref="Write"/> wrote, in one pass: fifty rows are read for each page of a list.</summary>
    /// <exception cref="StoreException">It is no such row: the store is damaged.</exception>
    public static MessageRow Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return ReadRow(ref reader);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new StoreException("The fields of a message in the store are damaged: run \"chancery rebuild --reread\".", fault);
        }
    }

    private static MessageRow ReadRow(ref Utf8JsonReader json)
    {
        var (id, filedAt, origin, level) = (default(MessageId?), default(DateTimeOffset?), default(Origin), default(EffectiveLevel));
        var (message, transmission, channel) = (default(string), default(string), default(string));
        var row = new RowFields();
        Expect(json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                id = MessageId.TryParse(Text(ref json), out var known) ? known : throw new FormatException();
            }
            else if (json.ValueTextEquals("filedAt"u8))
            {
                json.Read();
                filedAt = json.GetDateTimeOffset();
            }
            else if (json.ValueTextEquals("origin"u8))
            {
                origin = ReadOrigin(ref json);
            }
            else if (json.ValueTextEquals("identity"u8))
            {
                (message, transmission, channel) = ReadIdentity(ref json);
            }
            else if (json.ValueTextEquals("effectiveLevel"u8))
            {
                level = ReadLevel(ref json);
            }
            else if (!row.Read(ref json))
            {
                json.Read();
                json.Skip();
            }
        }
        return new MessageRow
        {
            Id = id ?? throw new FormatException(),
            FiledAt = filedAt ?? throw new FormatException(),
            Origin = origin ?? throw new FormatException(),
            MessageIdentity = message,
            TransmissionIdentity = transmission,
            ChannelIdentity = channel,
            Profile = row.Profile,
            Family = row.Family,
            Precedence = row.Precedence,
            Dtg = row.Dtg,
            From = row.From,
            Action = row.Action,
            Mrn = row.Mrn,
            Serial = row.Serial,
            Section = row.Section,
            Classification = row.Classification,
            EffectiveLevel = level ?? throw new FormatException(),
            Captions = row.Captions,
            Tags = row.Tags,
            Subject = row.Subject,
            States = row.States,
            Findings = row.Findings,
            Errors = row.Errors,
            Warnings = row.Warnings,
            Infos = row.Infos,
            Filing = row.Filing,
        };
    }

    private static Origin ReadOrigin(ref Utf8JsonReader json)
    {
        var (door, name) = ("", "");
        json.Read();
        while (Next(ref json))
        {
            if (json.ValueTextEquals("door"u8))
            {
                door = Text(ref json) ?? "";
            }
            else if (json.ValueTextEquals("name"u8))
            {
                name = Text(ref json) ?? "";
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Origin(door, name);
    }

    private static (string? Message, string? Transmission, string? Channel) ReadIdentity(ref Utf8JsonReader json)
    {
        var (message, transmission, channel) = (default(string), default(string), default(string));
        json.Read();
        while (Next(ref json))
        {
            if (json.ValueTextEquals("message"u8))
            {
                message = Text(ref json);
            }
            else if (json.ValueTextEquals("transmission"u8))
            {
                transmission = Text(ref json);
            }
            else if (json.ValueTextEquals("channel"u8))
            {
                channel = Text(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return (message, transmission, channel);
    }

    private static EffectiveLevel ReadLevel(ref Utf8JsonReader json)
    {
        var (level, source) = (default(Level?), default(string));
        json.Read();
        while (Next(ref json))
        {
            if (json.ValueTextEquals("level"u8))
            {
                level = Named(ref json, LevelNames);
            }
            else if (json.ValueTextEquals("source"u8))
            {
                source = Text(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new EffectiveLevel(level ?? throw new FormatException(), source);
    }

    private static void Expect(in Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
        {
            throw new FormatException();
        }
    }

    /// <summary>Moves to the next member of the object that the reader is in.</summary>
    private static bool Next(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Passes over the value of a member.</summary>
    private static void Pass(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static int? Number(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
    }

    private static bool Flag(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetBoolean();
    }

    /// <summary>The value of a name; null where it is null.</summary>
    private static T? Named<T>(ref Utf8JsonReader json, FrozenDictionary<string, T> names)
        where T : struct
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        Span<char> name = stackalloc char[LongestName];
        return
            json.ValueSpan.Length <= LongestName
            && names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..json.CopyString(name)], out var value)
            ? value
            : throw new FormatException();
    }

    /// <summary>What an object holds; null where there is none.</summary>
    private static T? Optional<T>(ref Utf8JsonReader json, ReadValue<T> read)
        where T : class
    {
        json.Read();
        return json.TokenType == JsonTokenType.StartObject ? read(ref json) : null;
    }

    private static ImmutableArray<T> Each<T>(ref Utf8JsonReader json, ReadValue<T> read)
    {
        json.Read();
        Expect(json, JsonTokenType.StartArray);
        List<T>? values = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            (values ??= []).Add(read(ref json));
        }
        return values is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(values.ToArray());
    }

    private static ImmutableArray<string> Strings(ref Utf8JsonReader json) =>
        Each(ref json, static (ref value) => value.GetString() ?? throw new FormatException());

    private static FrozenDictionary<string, T> ByName<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(name, StringComparer.Ordinal);
}
