using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Resolves printed post names by the directory and the sender (text.md MR-6, MR-7, MR-8).</summary>
internal static class PostNames
{
    private static readonly string[] EmbassyWords =
    [
        "AMEMBASSY",
        "AMCONSUL",
        "AMCONSULATE",
        "EMBASSY",
        "CONSULATE",
        "USMISSION",
        "USLO",
        "USINT",
        "FSC",
        "AMEMB",
    ];

    /// <summary>
    /// The post meant by a printed name, and the rule by which it differs from print (null where it does not). Without a unique match the
    /// printed name, upper-case, is the post.
    /// </summary>
    public static (string Post, string? Rule, bool Known) Resolve(TextContext context, string printed)
    {
        printed = printed.ToUpperInvariant();
        var found = context.FindPost(printed);
        if (found is { Kind: not PostMatchKind.Near } sure)
        {
            return (sure.Post, sure.Post == printed ? null : "MR-7", true);
        }
        if (WithoutEmbassyWord(printed) is { } shorter)
        {
            return context.FindPost(shorter) is { } inner ? (inner.Post, "MR-6", true) : (shorter, "MR-6", false);
        }
        return found is { } near ? (near.Post, "MR-7", true) : (printed, null, false);
    }

    /// <summary>As <see cref="Resolve"/>, for the message's own number: the sender decides between names that are alike (MR-8).</summary>
    public static (string Post, string? Rule, bool Known) ResolveOwn(TextContext context, string printed, string? from)
    {
        var found = Resolve(context, printed);
        if (from is null || context.Options.Directory.FindPostByAddress(from) is not { } sender || sender == found.Post)
        {
            return found;
        }
        if (sender.EndsWith(" " + found.Post, StringComparison.Ordinal))
        {
            return (sender, "MR-8", true);
        }
        var isGuess = !found.Known || (found.Rule == "MR-7" && context.FindPost(printed) is { Kind: PostMatchKind.Near });
        return isGuess && EditDistance.Within(printed.ToUpperInvariant(), sender, 2) <= 2 ? (sender, "MR-7", true) : found;
    }

    private static string? WithoutEmbassyWord(string printed)
    {
        foreach (var nation in (ReadOnlySpan<string>)["US ", "U.S. ", "AMERICAN "])
        {
            printed = printed.StartsWith(nation, StringComparison.Ordinal) ? printed[nation.Length..] : printed;
        }
        var last = printed.LastIndexOf(' ');
        if (last > 0 && EmbassyWords.Contains(printed[(last + 1)..]))
        {
            return printed[..last].TrimEnd();
        }
        var blank = printed.IndexOf(' ');
        return blank > 0 && blank < printed.Length - 1 && EmbassyWords.Contains(printed[..blank])
            ? printed[(blank + 1)..].TrimStart()
            : null;
    }
}
