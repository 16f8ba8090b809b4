namespace Chancery.Office;

/// <summary>Which captions narrow the readers of a message, and who may read it all the same (handling.md 2, CA-2, CA-7, CA-8).</summary>
internal static class RestrictiveCaptions
{
    private const string Only = " ONLY";

    /// <summary>From this rank on a reader is not told which caption closed a message.</summary>
    public const int Hidden = 5;

    /// <summary>The restrictive captions of a message, the persons and offices of <c>FOR x ONLY</c> lines among them.</summary>
    public static ImmutableArray<string> Of(Message message)
    {
        var printed = message.Captions;
        if (message.Passing.Length > 0 || message.Transmission.Security?.Special is not null)
        {
            printed =
            [
                .. printed,
                .. message
                    .Passing.SelectMany(line => line.Offices.Concat(line.Names))
                    .Where(name => name.EndsWith(Only, StringComparison.OrdinalIgnoreCase))
                    .Select(name => $"FOR {name}"),
                // A special handling designator in format line 4 (transmission.md 6.1): an access of its own.
                .. message.Transmission.Security?.Special is { } special ? [$"SPECIAL HANDLING {special[..1]}"] : Array.Empty<string>(),
            ];
        }
        return Of(printed);
    }

    /// <summary>The restrictive ones of some captions, in upper case, sorted.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> captions)
    {
        foreach (var caption in captions)
        {
            if (IsRestrictive(caption))
            {
                return [.. captions.Where(IsRestrictive).Select(Normal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            }
        }
        return [];
    }

    /// <summary>True for captions that are caveats: NOFORN, REL TO and their like.</summary>
    public static bool IsCaveat(string caption) =>
        Captions.Kind(caption) == "dissemination control"
        || caption.StartsWith("REL TO", StringComparison.OrdinalIgnoreCase)
        || caption.StartsWith("RELTO", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a caption closes a message to all but those named.</summary>
    public static bool IsRestrictive(string caption)
    {
        if (IsCaveat(caption))
        {
            return false;
        }
        // "FOR x ONLY": the persons named are part of the caption.
        if (Captions.Rank(caption) is not null || caption.EndsWith(Only, StringComparison.OrdinalIgnoreCase))
        {
            return Captions.IsRestrictive(caption);
        }
        // "SECTO 12", "SPECAT EXCLUSIVE FOR x": what is known of it stands in front. What is not known at all closes (CA-12).
        return !TryKnown(caption, out var restrictive) || restrictive;
    }

    /// <summary>The rank of a restrictive caption; one that is not known ranks as high as any (CA-12).</summary>
    public static int Rank(string caption)
    {
        if (Captions.Rank(caption) is { } rank)
        {
            return rank;
        }
        var known = Captions.All.Where(name => Begins(caption, name)).Select(name => Captions.Rank(name) ?? 0);
        return known.DefaultIfEmpty(Hidden).Max();
    }

    /// <summary>True where a reader holds the role of a caption, or is named in it.</summary>
    public static bool IsHeld(Reader reader, string caption) =>
        reader.Holds(caption)
        || Substitute(caption) is { } other && reader.Holds(other)
        || Named(caption) is { } name && reader.IsNamed(name);

    /// <summary>Who stands between FOR and ONLY, or null.</summary>
    public static string? Named(string caption) =>
        caption.EndsWith(Only, StringComparison.Ordinal) && caption.StartsWith("FOR ", StringComparison.Ordinal)
            ? caption[4..^Only.Length].Trim()
            : null;

    /// <summary>CA-7: SPECAT is treated as EXDIS, SPECAT EXCLUSIVE as NODIS. Captions with a value are held by their name.</summary>
    private static string? Substitute(string caption) =>
        caption == "SPECAT" ? "EXDIS"
        : caption.StartsWith("SPECAT EXCLUSIVE", StringComparison.Ordinal) ? "NODIS"
        : null;

    internal static string Normal(string caption)
    {
        var text = string.Join(' ', caption.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.Any(char.IsControl) ? string.Concat(text.Where(c => !char.IsControl(c))) : text;
    }

    private static bool TryKnown(string caption, out bool restrictive)
    {
        restrictive = false;
        var found = false;
        foreach (var name in Captions.All)
        {
            if (Begins(caption, name))
            {
                found = true;
                restrictive |= Captions.IsRestrictive(name);
            }
        }
        return found;
    }

    private static bool Begins(string caption, string name) =>
        caption.Length > name.Length && caption[name.Length] == ' ' && caption.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
