namespace Chancery.Messages.Checks;

/// <summary>Captions and passing lines (text.md 7, CL-9, X-6).</summary>
internal sealed class CaptionChecks : CheckGroup
{
    /// <summary>Agencies outside the Department to which a telegram is passed (CP-4).</summary>
    private static readonly string[] Agencies =
    [
        "USTR",
        "NSC",
        "CIA",
        "DIA",
        "NSA",
        "DOD",
        "DOE",
        "DOJ",
        "DHS",
        "FBI",
        "DEA",
        "TREASURY",
        "COMMERCE",
        "USDOC",
        "USDA",
        "USAID",
        "USIA",
        "EXIM",
        "OPIC",
        "FAA",
        "EPA",
        "NASA",
        "HHS",
        "CDC",
        "OMB",
        "OSTP",
        "WHITE HOUSE",
    ];

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var place = text.ClassificationSpan;
        if (text.Captions.Contains("CORRECTED COPY"))
        {
            findings.Add("CP-7", place, "This is a corrected copy; it replaces an earlier one.");
        }
        if (text.Family is TextFamily.NavalSet or TextFamily.NavalPlain)
        {
            CheckSpecial(reading, findings);
        }
        if (text.Family != TextFamily.State2000)
        {
            return;
        }
        if (reading.IsTransmission && text is { Captions: [], Passing: [], Tags: [], Subject: null })
        {
            findings.Add(
                "CP-8",
                new TextSpan(reading.Heading.TextStart, 0),
                "No caption, passing line, TAG or subject tells a receiving centre who shall have the message."
            );
        }
        CheckInformal(text, findings);
        CheckTogether(text, findings);
        CheckPassing(reading, findings);
    }

    /// <summary>SPECAT stands on the first line of the text and one line behind the last addressee (CL-9).</summary>
    private static void CheckSpecial(MessageReading reading, FindingList findings)
    {
        if (!reading.IsTransmission || !reading.Text.Captions.Any(IsSpecial))
        {
            return;
        }
        var heading = reading.Bytes(TextSpan.FromBounds(0, Math.Max(reading.Text.ClassificationSpan.Start, 0)));
        if (heading.IndexOf("SPECAT"u8) < 0)
        {
            findings.Add(
                "CL-9",
                reading.Text.ClassificationSpan,
                "SPECAT stands in the text only; it was expected behind the last addressee too."
            );
        }
    }

    private static bool IsSpecial(string caption) => caption.StartsWith("SPECAT", StringComparison.Ordinal);

    private static void CheckInformal(Text.TextReading text, FindingList findings)
    {
        var onLine = text.Captions.Contains("OFFICIAL INFORMAL");
        var subject = text.Subject?.Text ?? "";
        var inSubject =
            subject.Contains("OFFICIAL INFORMAL", StringComparison.OrdinalIgnoreCase)
            || subject.Contains("OFFICIAL-INFORMAL", StringComparison.OrdinalIgnoreCase);
        if (onLine != inSubject)
        {
            findings.Add(
                "CP-5",
                onLine ? text.SubjectSpan : text.ClassificationSpan,
                $"OFFICIAL INFORMAL stands {(onLine ? "on the caption line" : "in the subject")} only; both were expected."
            );
        }
    }

    /// <summary>Captions against each other and against the level (handling.md CA-3 to CA-5, CA-11).</summary>
    private static void CheckTogether(Text.TextReading text, FindingList findings)
    {
        var place = text.ClassificationSpan;
        var channels = text.Captions.Where(caption => Captions.Kind(caption) == "channel").ToArray();
        var narrow = text.Captions.FirstOrDefault(caption => caption is "NODIS" or "EXDIS" or "STADIS") ?? channels.FirstOrDefault();
        if (channels.Length > 1)
        {
            findings.Add("X-6", place, $"{channels[0]} and {channels[1]} are two channels; one is allowed.");
        }
        else if (narrow is not null && text.Captions.Contains("SIPDIS"))
        {
            findings.Add("X-6", place, $"SIPDIS opens the message to all, {narrow} narrows it; they exclude each other.");
        }
        else if (channels is ["AGREMENT CHANNEL" or "DIRGEN CHANNEL"] && narrow != channels[0])
        {
            findings.Add("X-6", place, $"{channels[0]} takes no other caption; {narrow} stands beside it.");
        }
        else if (
            text.Classification is { Level: Level.Unclassified }
            && text.Captions.FirstOrDefault(caption => caption is "NODIS" or "EXDIS" or "ROGER CHANNEL") is { } high
        )
        {
            findings.Add("X-6", place, $"{high} stands on an unclassified message.");
        }
    }

    private static void CheckPassing(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Passing.IsEmpty)
        {
            return;
        }
        var narrow = text.Captions.FirstOrDefault(caption => caption is "NODIS" or "EXDIS" or "STADIS");
        foreach (var line in text.Passing)
        {
            if (narrow is not null && line.Offices.FirstOrDefault(office => Agencies.Any(agency => Begins(office, agency))) is { } outside)
            {
                findings.Add(
                    "CP-4",
                    text.ClassificationSpan,
                    $"{narrow} keeps the message in the Department; it is to be passed to {outside}."
                );
            }
            if (line.Target is { } target && !IsKnownTarget(reading, target))
            {
                findings.Add("CP-3", text.ClassificationSpan, $"{target}, who is to pass the message on, is no addressee.");
            }
        }
    }

    private static bool Begins(string office, string agency) =>
        office.StartsWith(agency, StringComparison.OrdinalIgnoreCase)
        && (office.Length == agency.Length || !char.IsAsciiLetter(office[agency.Length]));

    /// <summary>An addressee by one of its words or its post, the Department, several posts at once, or one that another line passes to.</summary>
    private static bool IsKnownTarget(MessageReading reading, string target)
    {
        var heading = reading.Heading;
        if (
            heading.Action.Length + heading.Info.Length == 0
            || heading.Info.Concat(heading.Action).Any(addressee => reading.Options.Directory.IsCollective(addressee.Name))
        )
        {
            return true;
        }
        var words = target.Split([' ', '/', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (
            words.Any(word =>
                word is "STATE" or "DEPT" or "DEPARTMENT" or "POSTS" or "POST" or "ALL" or "CONSULATES" or "EMBASSY" or "SECSTATE"
            )
        )
        {
            return true;
        }
        var post = reading.Options.Directory.FindPost(target)?.Post;
        return heading
                .Action.Concat(heading.Info)
                .Any(addressee =>
                    (post is not null && reading.Options.Directory.FindPostByAddress(addressee.Name) == post)
                    || words.Any(word => word.Length > 2 && addressee.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                )
            || reading.Text.Passing.Any(line =>
                line.Offices.Concat(line.Names).Any(office => office.StartsWith(words[0], StringComparison.Ordinal))
            );
    }
}
