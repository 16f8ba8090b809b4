using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Chancery.Office;

public sealed partial record OfficeSettings
{
    /// <summary>What a new store's file holds: comments only, so that nothing is set until somebody sets it.</summary>
    public const string NewFile = """
        # Settings of this office; what is shown holds otherwise. To set something take away the # in front of its line and of the [name] above it.

        # [office]
        # unmarked_level = "SECRET"        # the level of a message that bears none
        # directory = "directory.csv"      # own posts and routing indicators instead of the carried tables
        # name = "LEGATION NORTHPORT"
        # routing_indicator = "RVEHBB"     # our own; several in brackets, the first signs
        # minimize = ["RVEK"]              # prefixes of areas under MINIMIZE: PRIORITY and ROUTINE for them are marked

        # [alarms]
        # roster = ["ada", "grace"]        # who is called about FLASH and NIACT IMMEDIATE, in order
        # flash_next = "5m"                # the next one is called when nobody has acknowledged for so long
        # niact_next = "10m"

        # [metrics]
        # otlp = "http://127.0.0.1:4318/v1/metrics"  # a collector that takes OTLP over HTTP
        # every = "30s"

        # [log]
        # json = false                     # true: an object a line

        # [http]
        # certificate = "tls/cert.pem"     # with a key: HTTPS
        # key = "tls/key.pem"
        # network_level = "TOP SECRET"     # the highest level shown over this listener

        # [rights]
        # need_to_know = false             # true: a reader must be in the distribution, his role alone opens nothing
        # portions = false                 # true: readers below the level of a message get the portions marked for them
        # export_needs_role = false        # true: only a records officer exports what ranks above UNCLASSIFIED
        # nation = "US"                    # whose nationals may read NOFORN
        # emergency_minutes = 60           # how long an emergency access opens its message

        # [limits]
        # body = 67108864                  # bytes of one submission
        # message = 16777216               # bytes of one message
        # messages = 10000                 # messages of one submission
        # expansion = 100                  # how many times larger than itself an archive may unfold

        # [smtp]                           # mail taken in
        # listen = "127.0.0.1:2525"
        # allow = ["127.0.0.1"]            # machines whose mail is taken; nobody else's is
        # certificate = "tls/cert.pem"     # with a key: STARTTLS
        # key = "tls/key.pem"
        # relay = "127.0.0.1:25"           # takes our mail
        # from = "chancery@example.org"

        # [[mail]]                         # mailboxes that stand for stations
        # name = "desk"
        # to = ["desk@example.org"]
        # level = "UNCLASSIFIED"
        # routes = ["RVEM"]

        # [[folder]]                       # as many as there are folders
        # name = "drop"
        # in = "traffic/in"                # what is accepted goes to done/ below it, what is not to refused/
        # settle = "2s"                    # a file is taken when it has lain still so long
        # out = "traffic/out"              # traffic for its routes is laid there
        # level = "SECRET"                 # nothing above it
        # routes = ["RVEK"]

        # [[circuit]]                      # as many as there are lines
        # name = "ABA"                     # channel designator
        # out = "ABO"                      # designator of what we send, where it is another
        # listen = "127.0.0.1:4127"        # or connect = "host:port"
        # acknowledged = false             # true: each side answers QSL after its commit
        # report_gaps_after = "30s"
        # idle_check = "30m"               # "0s": never
        # receipt_after = "5m"             # a FLASH that the other station has not receipted for so long is an alarm; "0s": never
        # level = "SECRET"                 # nothing above it leaves here
        # station = "RVEHAA"               # the station at the other end
        # routes = ["RVEH"]                # prefixes of routing indicators behind it
        # last_number = 999                # after it comes 001
        # daily = false                    # true: our numbers begin at 001 with each day, UTC
        # lower_info = false               # true: a copy for information addressees only goes at their precedence
        # baud = 2400                      # bits a second of a slow line: a FLASH breaks off what takes more than ten seconds
        # certificate = "tls/cert.pem"     # with key and authority: TLS, both sides with certificates
        # key = "tls/key.pem"
        # authority = "tls/authority.pem"  # must have signed the other side's certificate

        """;

    /// <summary>Reads the text of a settings file. What cannot be is told in <see cref="Warnings"/> and left as it was.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">Its path, for sentences; paths inside are relative to its folder.</param>
    public static OfficeSettings Read(string text, string file)
    {
        var document = SyntaxParser.Parse(text, file, validate: true);
        var settings = Default;
        var warnings = ImmutableArray.CreateBuilder<string>();
        foreach (var fault in document.Diagnostics)
        {
            warnings.Add($"{file}:{fault.Span.Start.Line + 1}: {fault.Message}");
        }
        settings = Apply(settings, "", document.KeyValues, file, warnings);
        foreach (var table in document.Tables)
        {
            settings = Apply(Begun(settings, table), KeyOf(table.Name), table.Items, file, warnings);
        }
        return Complete(settings, file, warnings) with { Warnings = warnings.ToImmutable() };
    }

    private static OfficeSettings Apply(
        OfficeSettings settings,
        string table,
        SyntaxList<KeyValueSyntax> items,
        string file,
        ImmutableArray<string>.Builder warnings
    )
    {
        foreach (var item in items)
        {
            var key = table.Length == 0 ? KeyOf(item.Key) : $"{table}.{KeyOf(item.Key)}";
            var place = $"{file}:{item.Span.Start.Line + 1}";
            var set = Set(settings, key, item.Value, Path.GetDirectoryName(file) ?? "", out var problem);
            if (set is null)
            {
                warnings.Add($"{place}: {problem}");
            }
            settings = set ?? settings;
        }
        return settings;
    }

    private static OfficeSettings? Set(OfficeSettings settings, string key, ValueSyntax? value, string folder, out string problem)
    {
        problem = $"{key} cannot be {value?.ToString().Trim()}: see the comments of a new settings file.";
        var text = (value as StringValueSyntax)?.Value;
        var number = (value as IntegerValueSyntax)?.Value;
        var flag = (value as BooleanValueSyntax)?.Value;
        var (http, limits, rights) = (settings.Http, settings.Limits, settings.Rights);
        switch (key)
        {
            case "office.unmarked_level":
                return Levels.TryParse(text, out var unmarked) ? settings with { UnmarkedLevel = unmarked } : null;
            case "office.directory":
                return text is null ? null : settings with { Directory = Path.Combine(folder, text) };
            case "log.json":
                return flag is null ? null : settings with { LogsJson = flag.Value };
            case "metrics.otlp":
                return Uri.TryCreate(text, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https"
                    ? settings with
                    {
                        Metrics = settings.Metrics with { Otlp = collector },
                    }
                    : null;
            case "metrics.every":
                return Duration(text) is { } every && every >= TimeSpan.FromSeconds(1)
                    ? settings with
                    {
                        Metrics = settings.Metrics with { Every = every },
                    }
                    : null;
            case "http.certificate":
                return text is null ? null : settings with { Http = http with { Certificate = Path.Combine(folder, text) } };
            case "http.key":
                return text is null ? null : settings with { Http = http with { Key = Path.Combine(folder, text) } };
            case "http.network_level":
                return Levels.TryParse(text, out var network) ? settings with { Http = http with { NetworkLevel = network } } : null;
            case "rights.need_to_know":
                return flag is null ? null : settings with { Rights = rights with { NeedToKnow = flag.Value } };
            case "rights.portions":
                return flag is null ? null : settings with { Rights = rights with { Portions = flag.Value } };
            case "rights.export_needs_role":
                return flag is null ? null : settings with { Rights = rights with { ExportNeedsRole = flag.Value } };
            case "rights.nation":
                return text is { Length: 2 or 3 } ? settings with { Rights = rights with { Nation = text } } : null;
            case "rights.emergency_minutes":
                return number is > 0 and <= 1440
                    ? settings with
                    {
                        Rights = rights with { EmergencyLasts = TimeSpan.FromMinutes(number.Value) },
                    }
                    : null;
            case "limits.body":
                return number is > 0 ? settings with { Limits = limits with { Body = number.Value } } : null;
            case "limits.message":
                return number is > 0 ? settings with { Limits = limits with { Message = number.Value } } : null;
            case "limits.messages":
                return number is > 0 and <= int.MaxValue ? settings with { Limits = limits with { Messages = (int)number } } : null;
            case "limits.expansion":
                return number is > 0 and <= int.MaxValue ? settings with { Limits = limits with { Expansion = (int)number } } : null;
            case "office.name":
                return text is null ? null : settings with { Name = text };
            case "office.minimize":
                return Words(value) is { } minimized ? settings with { Minimize = minimized } : null;
            case "alarms.roster":
                return Words(value) is { } roster ? settings with { Alarms = settings.Alarms with { Roster = roster } } : null;
            case "alarms.flash_next":
                return Duration(text) is { } flash ? settings with { Alarms = settings.Alarms with { FlashNext = flash } } : null;
            case "alarms.niact_next":
                return Duration(text) is { } niact ? settings with { Alarms = settings.Alarms with { NiactNext = niact } } : null;
            case "office.routing_indicator":
                return Words(value) is { } own ? settings with { RoutingIndicators = own } : null;
            case ['s', 'm', 't', 'p', '.', .. var smtp]:
                return SetSmtp(settings, smtp, value, folder, ref problem);
            case ['f', 'o', 'l', 'd', 'e', 'r', '.', .. var ofFolder]:
                return SetFolder(settings, ofFolder, value, folder, ref problem);
            case ['m', 'a', 'i', 'l', '.', .. var ofMail]:
                return SetMail(settings, ofMail, value, ref problem);
            case ['c', 'i', 'r', 'c', 'u', 'i', 't', '.', .. var ofCircuit]:
                return SetCircuit(settings, ofCircuit, value, folder, ref problem);
            default:
                problem = key.Contains('.', StringComparison.Ordinal)
                    ? $"There is no setting {key}: it has no effect; look for a slip of the pen."
                    : $"{key} stands below no [name]: it has no effect; take away the # in front of the [name] above it, too.";
                return null;
        }
    }

    private static string KeyOf(KeySyntax? key) =>
        string.Concat(key?.ToString().Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'')) ?? []);
}
