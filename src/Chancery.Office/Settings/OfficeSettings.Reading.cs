using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Chancery.Office;

public sealed partial record OfficeSettings
{
    /// <summary>What a new store's file holds: comments only, so that nothing is set until somebody sets it.</summary>
    public const string NewFile = """
        # Settings of this office. Take away the # in front of a line to set it; the values shown are those that hold otherwise.

        [office]
        # unmarked_level = "SECRET"        # the level of a message that bears none
        # directory = "directory.csv"      # own posts and routing indicators instead of the carried tables

        [http]
        # certificate = "tls/cert.pem"     # with a key: HTTPS
        # key = "tls/key.pem"
        # network_level = "TOP SECRET"     # the highest level shown over this listener

        [limits]
        # body = 67108864                  # bytes of one submission
        # message = 16777216               # bytes of one message
        # messages = 10000                 # messages of one submission
        # expansion = 100                  # how many times larger than itself an archive may unfold

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
            settings = Apply(settings, Name(table.Name), table.Items, file, warnings);
        }
        return settings with { Warnings = warnings.ToImmutable() };
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
            var key = table.Length == 0 ? Name(item.Key) : $"{table}.{Name(item.Key)}";
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
        var (http, limits) = (settings.Http, settings.Limits);
        switch (key)
        {
            case "office.unmarked_level":
                return Levels.TryParse(text, out var unmarked) ? settings with { UnmarkedLevel = unmarked } : null;
            case "office.directory":
                return text is null ? null : settings with { Directory = Path.Combine(folder, text) };
            case "http.certificate":
                return text is null ? null : settings with { Http = http with { Certificate = Path.Combine(folder, text) } };
            case "http.key":
                return text is null ? null : settings with { Http = http with { Key = Path.Combine(folder, text) } };
            case "http.network_level":
                return Levels.TryParse(text, out var network) ? settings with { Http = http with { NetworkLevel = network } } : null;
            case "limits.body":
                return number is > 0 ? settings with { Limits = limits with { Body = number.Value } } : null;
            case "limits.message":
                return number is > 0 ? settings with { Limits = limits with { Message = number.Value } } : null;
            case "limits.messages":
                return number is > 0 and <= int.MaxValue ? settings with { Limits = limits with { Messages = (int)number } } : null;
            case "limits.expansion":
                return number is > 0 and <= int.MaxValue ? settings with { Limits = limits with { Expansion = (int)number } } : null;
            default:
                problem = $"There is no setting {key}: it has no effect; look for a slip of the pen.";
                return null;
        }
    }

    private static string Name(KeySyntax? key) =>
        string.Concat(key?.ToString().Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'')) ?? []);
}
