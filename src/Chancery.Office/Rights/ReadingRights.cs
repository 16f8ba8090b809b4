namespace Chancery.Office;

/// <summary>
/// The one place that decides what a reader may see (handling.md 8.1, 8.3). Everything shown, listed, counted, offered and told has been decided
/// here. What is not opened by a term stays closed.
/// </summary>
public static class ReadingRights
{
    /// <summary>The rank of the highest level.</summary>
    internal const int HighestRank = 5;

    /// <summary>Portions are shown only where no caption ranks higher (RD-7).</summary>
    private const int HighestCaptionOfExtracts = 2;

    /// <summary>Roles with a retrieval right: all messages up to the level without restrictive caption.</summary>
    private const Roles Retrieval = Roles.Reader | Roles.Communicator | Roles.RecordsOfficer;

    /// <summary>How much of a message a reader may see.</summary>
    public static Reading Decide(Reader reader, MessageRow row) => Look(reader, row).Reading;

    /// <summary>What a reader sees of one message, and why: the rule, or an emergency access to just this one (RD-1).</summary>
    public static Sight Look(Reader reader, MessageRow row)
    {
        var sight = Look(reader, row.Protection);
        return
            sight.Reading != Reading.Full
            && reader.Emergencies.Contains(row.Id)
            && !row.Protection.IsQuarantined
            && reader.NetworkLevel.Rank() >= row.Protection.Rank
            ? new Sight(Reading.Full, 0, "emergency access")
            : sight;
    }

    /// <summary>The same rule for lists, counts and the index.</summary>
    public static ReadingScope Scope(Reader reader) => new(reader);

    /// <summary>What a reader sees of what is protected so, and why.</summary>
    public static Sight Look(Reader reader, Protection protection)
    {
        if (reader.IsOwner)
        {
            return new Sight(Reading.Full, 0, "owner of the store");
        }
        if (protection.IsQuarantined && (reader.Roles & Roles.SecurityOfficer) == 0)
        {
            return Closed("quarantined");
        }
        if (!MayRetrieve(reader, protection))
        {
            return Closed("no role that reads");
        }
        if (protection.Captions.FirstOrDefault(caption => !IsOpen(reader, protection, caption)) is { } caption)
        {
            return Closed(RestrictiveCaptions.Rank(caption) >= RestrictiveCaptions.Hidden ? "caption" : $"caption {caption}");
        }
        if (NeedsDistribution(reader, protection) && !IsDistributed(reader, protection))
        {
            return Closed("not in its distribution");
        }
        if (Satisfies(reader, protection.Rank, protection.Caveats))
        {
            return new Sight(Reading.Full, 0, Reason(reader, protection));
        }
        return Extract(reader, protection);
    }

    /// <summary>True where a caption closes the message to all but those named.</summary>
    public static bool IsRestricted(ImmutableArray<string> captions) => !RestrictiveCaptions.Of(captions).IsEmpty;

    /// <summary>True where level, network and caveats let a reader see something.</summary>
    internal static bool Satisfies(Reader reader, int rank, ImmutableArray<string> caveats)
    {
        if (reader.Level.Rank() < rank || reader.NetworkLevel.Rank() < rank)
        {
            return false;
        }
        foreach (var caveat in caveats)
        {
            if (!Caveats.IsSatisfied(reader, caveat))
            {
                return false;
            }
        }
        return true;
    }

    private static bool MayRetrieve(Reader reader, Protection protection) =>
        (reader.Roles & Retrieval) != 0 || (protection.IsQuarantined && (reader.Roles & Roles.SecurityOfficer) != 0);

    /// <summary>CA-8: named, or holding the role and in a distributed office. CA-2: so for each caption.</summary>
    private static bool IsOpen(Reader reader, Protection protection, string caption) =>
        IsNamedPersonally(reader, protection)
        || (RestrictiveCaptions.Named(caption) is { } name && reader.IsNamed(name))
        || (
            RestrictiveCaptions.IsHeld(reader, caption)
            && (IsDistributed(reader, protection) || (protection.IsQuarantined && (reader.Roles & Roles.SecurityOfficer) != 0))
        );

    private static bool NeedsDistribution(Reader reader, Protection protection) => reader.Rules.NeedToKnow && !protection.IsQuarantined;

    private static bool IsDistributed(Reader reader, Protection protection)
    {
        foreach (var entry in protection.Distribution)
        {
            if (entry[0] != '@' && reader.IsIn(entry))
            {
                return true;
            }
        }
        return IsNamedPersonally(reader, protection);
    }

    private static bool IsNamedPersonally(Reader reader, Protection protection)
    {
        foreach (var entry in protection.Distribution)
        {
            if (entry[0] == '@' && entry.AsSpan(1).Equals(reader.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>RD-7: portions that are marked so that he may see them, where the installation offers them.</summary>
    private static Sight Extract(Reader reader, Protection protection)
    {
        var open = 0;
        if (
            reader.Rules.Portions
            && !protection.IsQuarantined
            && !protection.Captions.Any(caption => RestrictiveCaptions.Rank(caption) > HighestCaptionOfExtracts)
        )
        {
            for (var i = 0; i < protection.Portions.Length; i++)
            {
                if (Satisfies(reader, protection.Portions[i].Rank, protection.Portions[i].Caveats))
                {
                    open |= 1 << i;
                }
            }
        }
        return open == 0 ? Closed("level or caveat") : new Sight(Reading.Portions, open, "portions marked for his level");
    }

    private static string Reason(Reader reader, Protection protection) =>
        !protection.Captions.IsEmpty
            ? IsNamedPersonally(reader, protection)
                ? "named"
                : "caption role and distribution"
            : protection.IsQuarantined
                ? "security officer"
                : reader.Rules.NeedToKnow
                    ? "distribution"
                    : "retrieval right";

    private static Sight Closed(string why) => new(Reading.None, 0, why);
}
