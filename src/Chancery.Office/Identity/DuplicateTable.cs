namespace Chancery.Office;

/// <summary>
/// The table of duplicates D1 to D13 (transmission.md 5.2). Suppresses only what is proven identical: when in doubt a message is delivered and that is
/// said.
/// </summary>
public static class DuplicateTable
{
    /// <summary>The row that a message falls under; null where it is new and says nothing else.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="isNumberAgain">True where its channel number was used before in the series.</param>
    /// <param name="alike">Earlier traffic that shares a key, newest first.</param>
    public static DuplicateVerdict? Judge(Message message, MessageKeys keys, bool isNumberAgain, IReadOnlyList<KnownMessage> alike)
    {
        if (isNumberAgain && NumberAgain(keys, alike) is { } again)
        {
            return again;
        }
        var same = alike.FirstOrDefault(known => keys.IsSameMessage(known.Keys.Logged));
        if (Says(message, "ZFG"))
        {
            return Verdict("D12", Serving.All, LinkKind.Repeats, same) with { Remark = "DUPLICATE" };
        }
        return same is not null ? SameMessage(message, keys, same, alike) : OtherMessage(message, keys, alike);
    }

    /// <summary>
    /// True where a message takes the place of an earlier one: a corrected copy (D6), the final copy of one subject to correction (D13), the whole copy of
    /// a damaged one (D7). Told from the two alone, so that no third one, which somebody may not see, has a part in it.
    /// </summary>
    public static bool Supersedes(Message message, MessageKeys keys, KnownMessage earlier)
    {
        var before = earlier.Keys.Logged;
        var now = keys.Logged;
        return keys.IsSameMessage(before)
            && (
                Says(message, "ZEL")
                || (now.TextHash != before.TextHash && (Says(message, "ZDS") || IsPrintedCorrected(message)))
                || (before.IsSubjectToCorrection && !now.IsSubjectToCorrection && !now.IsDamaged)
                || (before.IsDamaged && !now.IsDamaged)
            );
    }

    /// <summary>True where a message says that it is a corrected copy, by a signal or in print.</summary>
    public static bool IsMarkedCorrected(Message message) => Says(message, "ZEL") || Says(message, "ZDS") || IsPrintedCorrected(message);

    /// <summary>True where a pilot, format line 4 or 5 or the content indicator bears a signal.</summary>
    public static bool Says(Message message, string signal)
    {
        var transmission = message.Transmission;
        return transmission.Pilots.Any(pilot => Begins(pilot.Signal, signal))
            || transmission.Instructions.Any(instruction => Begins(instruction.Signal, signal))
            || transmission.MessageInstructions.Any(group => Begins(group, signal))
            || Begins(transmission.Called?.ContentIndicator, signal);
    }

    private static bool Begins(string? group, string signal) => group?.StartsWith(signal, StringComparison.Ordinal) == true;

    private static DuplicateVerdict? NumberAgain(MessageKeys keys, IReadOnlyList<KnownMessage> alike)
    {
        var under = alike.FirstOrDefault(known => known.Keys.Channel == keys.Channel);
        if (under is null)
        {
            return null;
        }
        var logged = under.Keys.Logged;
        var isSame =
            logged.MessageIdentity == keys.Logged.MessageIdentity
            && logged.TransmissionIdentity == keys.Logged.TransmissionIdentity
            && logged.Section == keys.Logged.Section;
        if (isSame && logged.TextHash == keys.Logged.TextHash && logged.IsDamaged == keys.Logged.IsDamaged)
        {
            return Verdict("D1", Serving.None, LinkKind.Repeats, under);
        }
        // A copy that was cut off and came whole under its old number is one message (D7), not two under one number.
        return keys.IsSameMessage(logged) || (isSame && logged.IsDamaged)
            ? null
            : Verdict("D2", Serving.All, LinkKind.CollidesWith, under) with
            {
                Report = "two-under-one",
            };
    }

    private static DuplicateVerdict SameMessage(Message message, MessageKeys keys, KnownMessage same, IReadOnlyList<KnownMessage> alike)
    {
        var earlier = same.Keys.Logged;
        // The text may be that of an older copy than the newest one.
        var hasSameText = alike.Any(known => keys.IsSameMessage(known.Keys.Logged) && known.Keys.Logged.TextHash == keys.Logged.TextHash);
        var isMarkedCorrected = Says(message, "ZDS") || IsPrintedCorrected(message);
        if (Says(message, "ZEL") || (!hasSameText && isMarkedCorrected))
        {
            return Verdict("D6", Serving.All, LinkKind.Corrects, same) with { Remark = "CORRECTED COPY" };
        }
        if (earlier.IsSubjectToCorrection && !keys.Logged.IsSubjectToCorrection && !keys.Logged.IsDamaged)
        {
            return Verdict("D13", Serving.All, LinkKind.Corrects, same) with { Remark = "CORRECTED COPY" };
        }
        if (Says(message, "ZFD"))
        {
            return Verdict("D5", Serving.None, LinkKind.Repeats, same);
        }
        if (hasSameText && keys.Logged.IsDamaged == earlier.IsDamaged)
        {
            var hasOtherStations = keys.Logged.Called.Any(station => !earlier.Called.Contains(station, StringComparer.Ordinal));
            return Says(message, "ZDK") ? Verdict("D4", Serving.NotYetServed, LinkKind.Repeats, same)
                : keys.Logged.TransmissionIdentity is not null
                && keys.Logged.TransmissionIdentity == earlier.TransmissionIdentity
                && hasOtherStations
                    ? Verdict("D3a", Serving.NotYetServed, LinkKind.Repeats, same)
                : Verdict("D3", Serving.NotYetServed, LinkKind.Repeats, same) with { Report = "duplicate" };
        }
        if (keys.Logged.IsDamaged != earlier.IsDamaged)
        {
            return Verdict("D7", Serving.All, keys.Logged.IsDamaged ? LinkKind.IsWorseThan : LinkKind.IsBetterThan, same);
        }
        return Verdict("D8", Serving.All, LinkKind.CollidesWith, same) with { Remark = "DATE-TIME GROUP USED TWICE" };
    }

    private static DuplicateVerdict? OtherMessage(Message message, MessageKeys keys, IReadOnlyList<KnownMessage> alike)
    {
        var collision = alike.FirstOrDefault(known =>
            keys.Logged.TransmissionIdentity is { } identity
            && identity == known.Keys.Logged.TransmissionIdentity
            // Sections of a State message share one serial, each with its own number behind it.
            && (keys.Logged.Section == known.Keys.Logged.Section || keys.Logged.MessageIdentity != known.Keys.Logged.MessageIdentity)
            && keys.Logged.MessageIdentity is not null
        );
        if (collision is not null)
        {
            return Verdict("D9", Serving.All, LinkKind.CollidesWith, collision);
        }
        var again = alike.FirstOrDefault(known =>
            keys.Logged.TextHash == known.Keys.Logged.TextHash && IsSameOriginator(keys.Logged, known.Keys.Logged)
        );
        if (again is not null)
        {
            return Verdict("D10", Serving.All, LinkKind.CollidesWith, again);
        }
        return Says(message, "ZFD") ? new DuplicateVerdict("D11", Serving.All, null) { Remark = "SUSPECTED DUPLICATE" }
            : Says(message, "ZDK") ? new DuplicateVerdict("D11", Serving.All, null)
            : null;
    }

    private static bool IsSameOriginator(LoggedMessage one, LoggedMessage other) =>
        one.MessageIdentity is { } a && other.MessageIdentity is { } b && Name(a).SequenceEqual(Name(b)) && a != b;

    /// <summary>The identity ends in the date-time group: six digits and a letter, month and year.</summary>
    private static ReadOnlySpan<char> Name(string identity)
    {
        for (var at = identity.LastIndexOf(' '); at > 0; at = identity.LastIndexOf(' ', at - 1))
        {
            if (identity.Length > at + 7 && identity.AsSpan(at + 1, 6).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return identity.AsSpan(0, at);
            }
        }
        return identity;
    }

    private static bool IsPrintedCorrected(Message message) =>
        message.Parts.Any(part =>
            part.FormatLine == 12 && message.Raw.Span.Slice(part.Span.Start, part.Span.Length).IndexOf("CORRECTED COPY"u8) >= 0
        );

    private static DuplicateVerdict Verdict(string row, Serving serving, LinkKind kind, KnownMessage? other) =>
        new(row, serving, other is null ? null : new MessageLink(kind, row, other));
}
