using System.Buffers;
using System.Runtime.InteropServices;

namespace Chancery.Office;

/// <summary>
/// A row as the store keeps it: its fields one behind the other without names, so that a page of fifty is read before the eye has moved. Rows that
/// an earlier version filed stand as JSON and are read as such.
/// </summary>
/// <remarks>
/// The first byte tells the form; another order or another field takes another first byte. Values of enumerations stand as their numbers, which
/// therefore never change.
/// </remarks>
public static class RowBytes
{
    private const byte Form = 1;
    private const byte FormOfJson = (byte)'{';
    private static readonly int LevelCount = Enum.GetValues<Level>().Length;
    private static readonly int PrecedenceCount = Enum.GetValues<Precedence>().Length;
    private static readonly int ProfileCount = Enum.GetValues<Profile>().Length;
    private static readonly int FamilyCount = Enum.GetValues<TextFamily>().Length;
    private static readonly int TagKindCount = Enum.GetValues<TagKind>().Length;

    /// <summary>Reads what <see cref="ToBytes"/> or <see cref="RowBuffer"/> wrote, and what <see cref="RowJson"/> writes.</summary>
    /// <exception cref="StoreException">It is no such row: the store is damaged.</exception>
    public static MessageRow Read(ReadOnlySpan<byte> row)
    {
        if (row is [FormOfJson, ..])
        {
            return RowJson.Read(row);
        }
        try
        {
            var fields = new FieldReader(row);
            if (fields.Byte() != Form)
            {
                throw new FormatException();
            }
            var read = Read(ref fields);
            return fields.IsAtEnd ? read : throw new FormatException();
        }
        catch (FormatException fault)
        {
            throw Damaged(fault);
        }
    }

    /// <summary>A row as bytes.</summary>
    public static byte[] ToBytes(MessageRow row)
    {
        var buffer = new RowBuffer();
        buffer.Write(row);
        return buffer.Written.ToArray();
    }

    internal static StoreException Damaged(Exception fault) =>
        new("The fields of a message in the store are damaged: run \"chancery rebuild --reread\".", fault);

    internal static void Write(ArrayBufferWriter<byte> to, MessageRow row)
    {
        var fields = new FieldWriter(to);
        fields.Byte(Form);
        row.Id.Write(to.GetSpan(MessageId.Size));
        to.Advance(MessageId.Size);
        fields.Number(row.FiledAt.ToUnixTimeMilliseconds());
        fields.Text(row.Origin.Door);
        fields.Text(row.Origin.Name);
        fields.Flag(row.Filing);
        fields.Text(row.MessageIdentity);
        fields.Text(row.TransmissionIdentity);
        fields.Text(row.ChannelIdentity);
        fields.Number((int)row.Profile);
        fields.Number((int)row.Family);
        fields.Number((int?)row.Precedence.Action);
        fields.Number((int?)row.Precedence.Info);
        Write(fields, row.Dtg);
        Write(fields, row.From);
        fields.Number(row.Action.Length);
        foreach (var addressee in row.Action)
        {
            Write(fields, addressee);
        }
        Write(fields, row.Mrn);
        Write(fields, row.Serial);
        Write(fields, row.Section);
        var line = row.Classification;
        if (fields.Has(line))
        {
            Write(fields, line.Level, line.Caveats, line.Raw);
        }
        fields.Number((int?)row.EffectiveLevel.Level);
        fields.Text(row.EffectiveLevel.Source);
        fields.Texts(row.Captions);
        fields.Number(row.Tags.Length);
        foreach (var tag in row.Tags)
        {
            fields.Text(tag.Code);
            fields.Number((int)tag.Kind);
            fields.Text(tag.Raw);
        }
        Write(fields, row.Subject);
        fields.Texts(row.States);
        fields.Texts(row.Findings);
        fields.Number(row.Errors);
        fields.Number(row.Warnings);
        fields.Number(row.Infos);
    }

    private static MessageRow Read(ref FieldReader fields) =>
        new()
        {
            Id = MessageId.FromBytes(fields.Bytes(MessageId.Size)),
            FiledAt = Time(fields.Number()),
            Origin = new Origin(fields.Text(), fields.Text()),
            Filing = fields.Flag(),
            MessageIdentity = fields.MaybeText(),
            TransmissionIdentity = fields.MaybeText(),
            ChannelIdentity = fields.MaybeText(),
            Profile = (Profile)fields.OneOf(ProfileCount),
            Family = (TextFamily)fields.OneOf(FamilyCount),
            Precedence = new PrecedencePair(Precedence(ref fields), Precedence(ref fields)),
            Dtg = fields.Flag() ? Dtg(ref fields) : null,
            From = fields.Flag() ? new Originator(fields.Text(), fields.Texts()) { RoutingIndicator = fields.MaybeText() } : null,
            Action = Action(ref fields),
            Mrn = fields.Flag() ? Mrn(ref fields) : null,
            Serial = fields.Flag() ? new MessageSerial(fields.Text(), fields.Text(), fields.MaybeSmall()) : null,
            Section = fields.Flag() ? new Section(fields.MaybeSmall(), fields.MaybeSmall(), fields.Flag()) : null,
            Classification = fields.Flag() ? new Classification(SureLevel(ref fields), fields.Texts(), fields.Text()) : null,
            EffectiveLevel = new EffectiveLevel(fields.Flag() ? SureLevel(ref fields) : null, fields.MaybeText()),
            Captions = fields.Texts(),
            Tags = Tags(ref fields),
            Subject = fields.Flag() ? new Subject(fields.Text(), fields.Flag() ? Portion(ref fields) : null) : null,
            States = fields.Texts(),
            Findings = fields.Texts(),
            Errors = fields.Small(),
            Warnings = fields.Small(),
            Infos = fields.Small(),
        };

    private static void Write(FieldWriter fields, DateTimeGroup? dtg)
    {
        if (fields.Has(dtg))
        {
            fields.Text(dtg.Raw);
            fields.Number(dtg.Utc?.ToUnixTimeMilliseconds());
        }
    }

    private static DateTimeGroup Dtg(ref FieldReader fields)
    {
        var raw = fields.Text();
        return new DateTimeGroup(raw, fields.MaybeNumber() is { } utc ? Time(utc) : null);
    }

    private static void Write(FieldWriter fields, Originator? from)
    {
        if (fields.Has(from))
        {
            fields.Text(from.Name);
            fields.Texts(from.Offices);
            fields.Text(from.RoutingIndicator);
        }
    }

    private static void Write(FieldWriter fields, Addressee addressee)
    {
        fields.Text(addressee.Name);
        fields.Text(addressee.RoutingIndicator);
        fields.Text(addressee.Number);
        fields.Number((int?)addressee.Precedence);
        fields.Texts(addressee.Offices);
        fields.Flag(addressee.IsServedOtherwise);
    }

    private static ImmutableArray<Addressee> Action(ref FieldReader fields)
    {
        var action = fields.Room<Addressee>();
        for (var i = 0; i < action.Length; i++)
        {
            action[i] = new Addressee(fields.Text())
            {
                RoutingIndicator = fields.MaybeText(),
                Number = fields.MaybeText(),
                Precedence = Precedence(ref fields),
                Offices = fields.Texts(),
                IsServedOtherwise = fields.Flag(),
            };
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(action);
    }

    private static void Write(FieldWriter fields, MessageReferenceNumber? mrn)
    {
        if (fields.Has(mrn))
        {
            fields.Number(mrn.Year);
            fields.Text(mrn.Post);
            fields.Number(mrn.Number);
            fields.Text(mrn.Raw);
            fields.Text(mrn.AlsoKnownAs);
        }
    }

    private static MessageReferenceNumber Mrn(ref FieldReader fields) =>
        new(fields.MaybeSmall(), fields.Text(), fields.Number(), fields.Text()) { AlsoKnownAs = fields.MaybeText() };

    private static void Write(FieldWriter fields, MessageSerial? serial)
    {
        if (fields.Has(serial))
        {
            fields.Text(serial.Title);
            fields.Text(serial.Number);
            fields.Number(serial.Year);
        }
    }

    private static void Write(FieldWriter fields, Section? section)
    {
        if (fields.Has(section))
        {
            fields.Number(section.Number);
            fields.Number(section.Of);
            fields.Flag(section.Final);
        }
    }

    private static ImmutableArray<Tag> Tags(ref FieldReader fields)
    {
        var tags = fields.Room<Tag>();
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = new Tag(fields.Text(), (TagKind)fields.OneOf(TagKindCount), fields.MaybeText());
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(tags);
    }

    private static void Write(FieldWriter fields, Subject? subject)
    {
        if (fields.Has(subject))
        {
            fields.Text(subject.Text);
            var portion = subject.Portion;
            if (fields.Has(portion))
            {
                Write(fields, portion.Level, portion.Caveats, portion.Raw);
            }
        }
    }

    private static Marking Portion(ref FieldReader fields) => new(SureLevel(ref fields), fields.Texts(), fields.Text());

    private static void Write(FieldWriter fields, Level level, ImmutableArray<string> caveats, string raw)
    {
        fields.Number((int)level);
        fields.Texts(caveats);
        fields.Text(raw);
    }

    private static Level SureLevel(ref FieldReader fields) => (Level)fields.OneOf(LevelCount);

    private static Precedence? Precedence(ref FieldReader fields) => fields.Flag() ? (Precedence)fields.OneOf(PrecedenceCount) : null;

    private static DateTimeOffset Time(long milliseconds)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new FormatException(null, fault);
        }
    }
}
