using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>Who classified, and why (text.md 12).</summary>
internal sealed class AuthorityChecks : CheckGroup
{
    private const int MostWordsOfName = 4;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Family != TextFamily.State2000 || reading.Heading.Dtg?.Utc is not { } time)
        {
            return;
        }
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        if (text.ClassifiedBy is not { } authority)
        {
            if (IsNeeded(reading, day))
            {
                findings.Add("CB-1", text.ClassificationSpan, "Nobody is named who classified the message, and no reason.");
            }
            return;
        }
        var place = text.AuthoritySpan;
        var isDerived = authority.Raw.Contains("DERIVED FROM", StringComparison.OrdinalIgnoreCase);
        if (isDerived && authority.DerivedFrom is null)
        {
            findings.Add("CB-6", place, "Derived From names no source.");
        }
        if (!isDerived && IsNeeded(reading, day))
        {
            CheckWhole(authority, place, reading.Options.Outgoing ? "CB-1" : "CB-7", findings);
        }
        if (authority is { Title: null, Name: { } name } && name.Count(c => c == ' ') >= MostWordsOfName)
        {
            findings.Add("CB-5", place, "Title and name could not be told apart; all of it was kept as the name.");
        }
        if (text.IsAuthorityParted)
        {
            findings.Add("CB-8", place, "Name, reason and declassification stand on lines of their own.");
        }
        CheckReasons(authority, day, place, findings);
    }

    private static bool IsNeeded(MessageReading reading, DateOnly day) =>
        reading.IsTransmission
        && day >= ExecutiveOrders.ReasonsBegin
        && reading.Text.Section is null or { Number: 1 }
        && reading.Text.Classification is { } line
        && line.Level.Rank() >= Level.Confidential.Rank();

    private static void CheckWhole(ClassificationAuthority authority, TextSpan place, string id, FindingList findings)
    {
        var missing =
            authority.Name is null ? "a name"
            : authority.Title is null ? "a position"
            : authority.Reasons.IsEmpty ? "a reason"
            : null;
        if (missing is not null)
        {
            findings.Add(id, place, $"The classification authority has not {missing}; name, position and reason were expected.");
        }
    }

    private static void CheckReasons(ClassificationAuthority authority, DateOnly day, TextSpan place, FindingList findings)
    {
        if (day < ExecutiveOrders.ReasonsBegin)
        {
            return;
        }
        foreach (var reason in authority.Reasons)
        {
            var mayBe15 = day < ExecutiveOrders.Amended;
            var mayBe14 = day >= ExecutiveOrders.AmendmentSigned;
            if (!(reason.Section == "1.4" ? mayBe14 : reason.Section == "1.5" && mayBe15))
            {
                findings.Add(
                    "CB-2",
                    place,
                    $"Section {reason.Section} is cited; {(mayBe15 ? "1.5" : "1.4")} was in force on {day:yyyy-MM-dd}."
                );
                return;
            }
            // Letters go to h: section 1.4 has them all.
            if (reason is { Section: not "1.4", Letter: "h" })
            {
                findings.Add("CB-2", place, $"Section {reason.Section} has no paragraph h.");
                return;
            }
        }
    }
}
