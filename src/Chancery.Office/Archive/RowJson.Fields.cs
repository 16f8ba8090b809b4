using System.Text.Json;

namespace Chancery.Office;

public static partial class RowJson
{
    /// <summary>The members of a row that may be missing, as they are read.</summary>
    private ref struct RowFields
    {
        public RowFields() { }

        public Profile Profile;
        public TextFamily Family;
        public PrecedencePair Precedence = new(null, null);
        public DateTimeGroup? Dtg;
        public Originator? From;
        public ImmutableArray<Addressee> Action = [];
        public MessageReferenceNumber? Mrn;
        public MessageSerial? Serial;
        public Section? Section;
        public Classification? Classification;
        public ImmutableArray<string> Captions = [];
        public ImmutableArray<Tag> Tags = [];
        public Subject? Subject;
        public ImmutableArray<string> States = [];
        public ImmutableArray<string> Findings = [];
        public int Errors;
        public int Warnings;
        public int Infos;
        public bool Filing;

        /// <summary>Reads the member whose name the reader stands on; false where it is none of these.</summary>
        public bool Read(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("filing"u8))
            {
                Filing = Flag(ref json);
            }
            else if (json.ValueTextEquals("profile"u8))
            {
                Profile = Named(ref json, ProfileNames) ?? throw new FormatException();
            }
            else if (json.ValueTextEquals("family"u8))
            {
                Family = Named(ref json, FamilyNames) ?? throw new FormatException();
            }
            else if (json.ValueTextEquals("precedence"u8))
            {
                Precedence = Optional(ref json, ReadPrecedence) ?? Precedence;
            }
            else if (json.ValueTextEquals("dtg"u8))
            {
                Dtg = Optional(ref json, ReadDtg);
            }
            else if (json.ValueTextEquals("from"u8))
            {
                From = Optional(ref json, ReadOriginator);
            }
            else if (json.ValueTextEquals("action"u8))
            {
                Action = Each(ref json, ReadAddressee);
            }
            else if (json.ValueTextEquals("mrn"u8))
            {
                Mrn = Optional(ref json, ReadMrn);
            }
            else if (json.ValueTextEquals("serial"u8))
            {
                Serial = Optional(ref json, ReadSerial);
            }
            else if (json.ValueTextEquals("section"u8))
            {
                Section = Optional(ref json, ReadSection);
            }
            else if (json.ValueTextEquals("classification"u8))
            {
                Classification = Optional(ref json, ReadMark) is { } line ? new Classification(line.Level, line.Caveats, line.Raw) : null;
            }
            else if (json.ValueTextEquals("captions"u8))
            {
                Captions = Strings(ref json);
            }
            else if (json.ValueTextEquals("tags"u8))
            {
                Tags = Each(ref json, ReadTag);
            }
            else if (json.ValueTextEquals("subject"u8))
            {
                Subject = Optional(ref json, ReadSubject);
            }
            else if (json.ValueTextEquals("states"u8))
            {
                States = Strings(ref json);
            }
            else if (json.ValueTextEquals("findingCounts"u8))
            {
                json.Read();
                ReadFindings(ref json);
            }
            else
            {
                return false;
            }
            return true;
        }

        private void ReadFindings(ref Utf8JsonReader json)
        {
            while (Next(ref json))
            {
                if (json.ValueTextEquals("errors"u8))
                {
                    Errors = Number(ref json) ?? 0;
                }
                else if (json.ValueTextEquals("warnings"u8))
                {
                    Warnings = Number(ref json) ?? 0;
                }
                else if (json.ValueTextEquals("infos"u8))
                {
                    Infos = Number(ref json) ?? 0;
                }
                else if (json.ValueTextEquals("ids"u8))
                {
                    Findings = Strings(ref json);
                }
                else
                {
                    Pass(ref json);
                }
            }
        }
    }

    private static PrecedencePair ReadPrecedence(ref Utf8JsonReader json)
    {
        var (action, info) = (default(Precedence?), default(Precedence?));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("action"u8))
            {
                action = Named(ref json, PrecedenceNames);
            }
            else if (json.ValueTextEquals("info"u8))
            {
                info = Named(ref json, PrecedenceNames);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new PrecedencePair(action, info);
    }

    private static DateTimeGroup ReadDtg(ref Utf8JsonReader json)
    {
        var (raw, utc) = (default(string), default(DateTimeOffset?));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("raw"u8))
            {
                raw = Text(ref json);
            }
            else if (json.ValueTextEquals("utc"u8))
            {
                json.Read();
                utc = json.TokenType == JsonTokenType.Null ? null : json.GetDateTimeOffset();
            }
            else
            {
                Pass(ref json);
            }
        }
        return new DateTimeGroup(raw ?? throw new FormatException(), utc);
    }

    private static Originator ReadOriginator(ref Utf8JsonReader json)
    {
        var (name, indicator, offices) = (default(string), default(string), ImmutableArray<string>.Empty);
        while (Next(ref json))
        {
            if (json.ValueTextEquals("name"u8))
            {
                name = Text(ref json);
            }
            else if (json.ValueTextEquals("routingIndicator"u8))
            {
                indicator = Text(ref json);
            }
            else if (json.ValueTextEquals("offices"u8))
            {
                offices = Strings(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Originator(name ?? throw new FormatException(), offices) { RoutingIndicator = indicator };
    }

    private static Addressee ReadAddressee(ref Utf8JsonReader json)
    {
        var (name, indicator, number) = (default(string), default(string), default(string));
        var (precedence, offices, otherwise) = (default(Precedence?), ImmutableArray<string>.Empty, false);
        while (Next(ref json))
        {
            if (json.ValueTextEquals("name"u8))
            {
                name = Text(ref json);
            }
            else if (json.ValueTextEquals("routingIndicator"u8))
            {
                indicator = Text(ref json);
            }
            else if (json.ValueTextEquals("number"u8))
            {
                number = Text(ref json);
            }
            else if (json.ValueTextEquals("precedence"u8))
            {
                precedence = Named(ref json, PrecedenceNames);
            }
            else if (json.ValueTextEquals("offices"u8))
            {
                offices = Strings(ref json);
            }
            else if (json.ValueTextEquals("servedOtherwise"u8))
            {
                otherwise = Flag(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Addressee(name ?? throw new FormatException())
        {
            RoutingIndicator = indicator,
            Number = number,
            Precedence = precedence,
            Offices = offices,
            IsServedOtherwise = otherwise,
        };
    }

    private static MessageReferenceNumber ReadMrn(ref Utf8JsonReader json)
    {
        var (year, post, number, raw) = (default(int?), default(string), 0L, default(string));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("year"u8))
            {
                year = Number(ref json);
            }
            else if (json.ValueTextEquals("post"u8))
            {
                post = Text(ref json);
            }
            else if (json.ValueTextEquals("number"u8))
            {
                json.Read();
                number = json.GetInt64();
            }
            else if (json.ValueTextEquals("raw"u8))
            {
                raw = Text(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new MessageReferenceNumber(year, post ?? throw new FormatException(), number, raw ?? throw new FormatException());
    }

    private static MessageSerial ReadSerial(ref Utf8JsonReader json)
    {
        var (title, number, year) = (default(string), default(string), default(int?));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("title"u8))
            {
                title = Text(ref json);
            }
            else if (json.ValueTextEquals("number"u8))
            {
                number = Text(ref json);
            }
            else if (json.ValueTextEquals("year"u8))
            {
                year = Number(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new MessageSerial(title ?? throw new FormatException(), number ?? throw new FormatException(), year);
    }

    private static Section ReadSection(ref Utf8JsonReader json)
    {
        var (number, of, final) = (default(int?), default(int?), false);
        while (Next(ref json))
        {
            if (json.ValueTextEquals("number"u8))
            {
                number = Number(ref json);
            }
            else if (json.ValueTextEquals("of"u8))
            {
                of = Number(ref json);
            }
            else if (json.ValueTextEquals("final"u8))
            {
                final = Flag(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Section(number, of, final);
    }

    private static Marking ReadMark(ref Utf8JsonReader json)
    {
        var (level, caveats, raw) = (default(Level?), ImmutableArray<string>.Empty, default(string));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("level"u8))
            {
                level = Named(ref json, LevelNames);
            }
            else if (json.ValueTextEquals("caveats"u8))
            {
                caveats = Strings(ref json);
            }
            else if (json.ValueTextEquals("raw"u8))
            {
                raw = Text(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Marking(level ?? throw new FormatException(), caveats, raw ?? throw new FormatException());
    }

    private static Subject ReadSubject(ref Utf8JsonReader json)
    {
        var (text, portion) = (default(string), default(Marking));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("text"u8))
            {
                text = Text(ref json);
            }
            else if (json.ValueTextEquals("portion"u8))
            {
                portion = Optional(ref json, ReadMark);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Subject(text ?? throw new FormatException(), portion);
    }

    private static Tag ReadTag(ref Utf8JsonReader json)
    {
        var (code, kind, raw) = (default(string), default(TagKind?), default(string));
        while (Next(ref json))
        {
            if (json.ValueTextEquals("code"u8))
            {
                code = Text(ref json);
            }
            else if (json.ValueTextEquals("kind"u8))
            {
                kind = Named(ref json, TagKindNames);
            }
            else if (json.ValueTextEquals("raw"u8))
            {
                raw = Text(ref json);
            }
            else
            {
                Pass(ref json);
            }
        }
        return new Tag(code ?? throw new FormatException(), kind ?? throw new FormatException(), raw);
    }
}
