using System.Globalization;
using Tomlyn.Syntax;

namespace Chancery.Office;

/// <content>The doors: <c>[smtp]</c>, <c>[[folder]]</c>, <c>[[circuit]]</c>.</content>
public sealed partial record OfficeSettings
{
    private const int SlowestBaud = 45;
    private const int FastestBaud = 10_000_000;

    /// <summary>Why a further circuit could not open beside those of these settings, as words that follow its name; null where it could.</summary>
    public string? ReasonAgainst(CircuitSettings circuit) =>
        Wrong(circuit, Circuits) ?? circuit.Routes.Select(WrongRoute).FirstOrDefault(wrong => wrong is not null);

    /// <summary>A new folder or circuit where a table of that name begins.</summary>
    private static OfficeSettings Begun(OfficeSettings settings, TableSyntaxBase table) =>
        table is not TableArraySyntax ? settings
        : KeyOf(table.Name) == "folder" ? settings with { Folders = settings.Folders.Add(new FolderSettings()) }
        : KeyOf(table.Name) == "mail" ? settings with { Mails = settings.Mails.Add(new MailSettings()) }
        : KeyOf(table.Name) == "circuit" ? settings with { Circuits = settings.Circuits.Add(new CircuitSettings()) }
        : settings;

    /// <summary>Leaves out doors that lack what they need, and says so.</summary>
    private static OfficeSettings Complete(OfficeSettings settings, string file, ImmutableArray<string>.Builder warnings)
    {
        var circuits = ImmutableArray.CreateBuilder<CircuitSettings>();
        foreach (var circuit in settings.Circuits)
        {
            if (Wrong(circuit, circuits) is { } wrong)
            {
                warnings.Add($"{file}: circuit {circuit.Name} {wrong}: it is left out.");
                continue;
            }
            var routes = circuit.Routes.RemoveAll(route => WrongRoute(route) is not null);
            warnings.AddRange(
                circuit.Routes.Except(routes).Select(route => $"{file}: circuit {circuit.Name} {WrongRoute(route)}: it is left out.")
            );
            circuits.Add(circuit with { Routes = routes });
        }
        var folders = settings.Folders.RemoveAll(folder => folder.Name.Length == 0 || (folder.In ?? folder.Out) is null);
        if (folders.Length < settings.Folders.Length)
        {
            warnings.Add($"{file}: a folder needs name and in or out: one without is left out.");
        }
        if (circuits.Count > 0 && settings.RoutingIndicators.IsEmpty)
        {
            warnings.Add($"{file}: there are circuits and no office.routing_indicator: reports are signed with the channel designator.");
        }
        var mails = settings.Mails.RemoveAll(mail => mail.Name.Length == 0 || mail.To.IsEmpty || settings.Smtp.Relay is null);
        if (mails.Length < settings.Mails.Length)
        {
            warnings.Add($"{file}: mail needs name, to and smtp.relay: one without is left out.");
        }
        return settings with { Circuits = circuits.ToImmutable(), Folders = folders, Mails = mails };
    }

    private static string? Wrong(CircuitSettings circuit, IReadOnlyList<CircuitSettings> others) =>
        !IsDesignator(circuit.Name) || !IsDesignator(circuit.OutDesignator) ? "needs a name of three capital letters"
        : others.Any(other => other.Name == circuit.Name) ? "stands there twice"
        : circuit.Listen is null == circuit.Connect is null ? "needs either listen or connect"
        : circuit.Listen is { } own && Endpoints.ToListen(own) is null
            ? $"cannot listen at {own}, which is no HOST:PORT (an address, localhost or *)"
        : circuit.Connect is { } far && Endpoints.Parse(far) is null ? $"cannot connect to {far}, which is no HOST:PORT"
        : others.FirstOrDefault(other => other.Listen is { } taken && taken == circuit.Listen) is { } first
            ? $"listens where {first.Name} does"
        : (circuit.Certificate is null) != (circuit.Key is null) || (circuit.Certificate is null) != (circuit.Authority is null)
            ? "needs certificate, key and authority together"
        : null;

    private static string? WrongRoute(string route) =>
        route.Length is > 0 and <= 8 && route.All(char.IsAsciiLetterUpper)
            ? null
            : $"has a route {route}, and indicators are capital letters";

    private static bool IsDesignator(string name) => name.Length == 3 && name.All(char.IsAsciiLetterUpper);

    private static OfficeSettings? SetSmtp(OfficeSettings settings, string key, ValueSyntax? value, string folder, ref string problem)
    {
        var text = (value as StringValueSyntax)?.Value;
        SmtpSettings? smtp = key switch
        {
            "listen" when text is not null => settings.Smtp with { Listen = text },
            "allow" when Words(value) is { } allowed => settings.Smtp with { Allow = allowed },
            "relay" when text is not null => settings.Smtp with { Relay = text },
            "from" when text is not null => settings.Smtp with { From = text },
            "certificate" when text is not null => settings.Smtp with { Certificate = Path.Combine(folder, text) },
            "key" when text is not null => settings.Smtp with { Key = Path.Combine(folder, text) },
            _ => null,
        };
        problem = key is "listen" or "allow" or "relay" or "from" or "certificate" or "key" ? problem : Unknown("smtp", key);
        return smtp is null ? null : settings with { Smtp = smtp };
    }

    private static OfficeSettings? SetFolder(OfficeSettings settings, string key, ValueSyntax? value, string folder, ref string problem)
    {
        if (settings.Folders is not [.., var last])
        {
            problem = "Folders stand in [[folder]], with two brackets.";
            return null;
        }
        var text = (value as StringValueSyntax)?.Value;
        FolderSettings? set = key switch
        {
            "name" when text is not null => last with { Name = text },
            "in" when text is not null => last with { In = Path.Combine(folder, text) },
            "out" when text is not null => last with { Out = Path.Combine(folder, text) },
            "settle" when Duration(text) is { } still => last with { Settle = still },
            "routes" when Words(value) is { } routes => last with { Routes = routes },
            "level" when Levels.TryParse(text, out var level) => last with { Level = level },
            _ => null,
        };
        problem = key is "name" or "in" or "out" or "settle" or "routes" or "level" ? problem : Unknown("folder", key);
        return set is null ? null : settings with { Folders = settings.Folders.SetItem(settings.Folders.Length - 1, set) };
    }

    private static OfficeSettings? SetMail(OfficeSettings settings, string key, ValueSyntax? value, ref string problem)
    {
        if (settings.Mails is not [.., var last])
        {
            problem = "Mail stands in [[mail]], with two brackets.";
            return null;
        }
        var text = (value as StringValueSyntax)?.Value;
        MailSettings? set = key switch
        {
            "name" when text is not null => last with { Name = text },
            "to" when Words(value) is { } to => last with { To = to },
            "routes" when Words(value) is { } routes => last with { Routes = routes },
            "level" when Levels.TryParse(text, out var level) => last with { Level = level },
            _ => null,
        };
        problem = key is "name" or "to" or "routes" or "level" ? problem : Unknown("mail", key);
        return set is null ? null : settings with { Mails = settings.Mails.SetItem(settings.Mails.Length - 1, set) };
    }

    private static OfficeSettings? SetCircuit(OfficeSettings settings, string key, ValueSyntax? value, string folder, ref string problem)
    {
        if (settings.Circuits is not [.., var last])
        {
            problem = "Circuits stand in [[circuit]], with two brackets.";
            return null;
        }
        var text = (value as StringValueSyntax)?.Value;
        CircuitSettings? set;
        switch (key)
        {
            case "name":
                set = text is null ? null : last with { Name = text };
                break;
            case "out":
                set = text is null ? null : last with { Out = text };
                break;
            case "listen":
                set = text is null ? null : last with { Listen = text };
                break;
            case "connect":
                set = text is null ? null : last with { Connect = text };
                break;
            case "station":
                set = text is null ? null : last with { Station = text };
                break;
            case "acknowledged":
                set = value is BooleanValueSyntax yes ? last with { Acknowledged = yes.Value } : null;
                break;
            case "report_gaps_after":
                set = Duration(text) is { } gaps ? last with { ReportGapsAfter = gaps } : null;
                break;
            case "idle_check":
                set = Duration(text) is { } idle ? last with { IdleCheck = idle } : null;
                break;
            case "receipt_after":
                set = Duration(text) is { } receipt ? last with { ReceiptAfter = receipt } : null;
                break;
            case "level":
                set = Levels.TryParse(text, out var level) ? last with { Level = level } : null;
                break;
            case "routes":
                set = Words(value) is { } routes ? last with { Routes = routes } : null;
                break;
            case "last_number":
                set = value is IntegerValueSyntax { Value: 999 or 9999 } number ? last with { LastNumber = (int)number.Value } : null;
                break;
            case "lower_info":
                set = value is BooleanValueSyntax lowers ? last with { LowersInfo = lowers.Value } : null;
                break;
            case "daily":
                set = value is BooleanValueSyntax daily ? last with { IsDaily = daily.Value } : null;
                break;
            case "baud":
                set = value is IntegerValueSyntax { Value: >= SlowestBaud and <= FastestBaud } rate
                    ? last with
                    {
                        Baud = (int)rate.Value,
                    }
                    : null;
                break;
            case "certificate":
                set = text is null ? null : last with { Certificate = Path.Combine(folder, text) };
                break;
            case "key":
                set = text is null ? null : last with { Key = Path.Combine(folder, text) };
                break;
            case "authority":
                set = text is null ? null : last with { Authority = Path.Combine(folder, text) };
                break;
            default:
                problem = Unknown("circuit", key);
                set = null;
                break;
        }
        return set is null ? null : settings with { Circuits = settings.Circuits.SetItem(settings.Circuits.Length - 1, set) };
    }

    private static string Unknown(string table, string key) =>
        $"There is no setting {table}.{key}: it has no effect; look for a slip of the pen.";

    /// <summary>One word or a list of words; null where it is neither.</summary>
    private static ImmutableArray<string>? Words(ValueSyntax? value)
    {
        if (value is StringValueSyntax { Value: { } word })
        {
            return [word];
        }
        if (value is not ArraySyntax list)
        {
            return null;
        }
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (item.Value is not StringValueSyntax { Value: { } one })
            {
                return null;
            }
            words.Add(one);
        }
        return words.ToImmutable();
    }

    /// <summary>A number with its unit, <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>; null where it is none.</summary>
    private static TimeSpan? Duration(string? text)
    {
        var digits = text?.TakeWhile(char.IsAsciiDigit).Count() ?? 0;
        if (digits is 0 or > 6 || !int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        return text![digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
