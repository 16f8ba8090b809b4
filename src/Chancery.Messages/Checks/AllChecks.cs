using Chancery.Messages.Framing;

namespace Chancery.Messages.Checks;

/// <summary>Every check, in no order that matters.</summary>
internal static class AllChecks
{
    /// <summary>Those that look at heading, ending and bytes only.</summary>
    private static readonly ImmutableArray<CheckGroup> OfTransmission =
    [
        new FrameChecks(),
        new CharacterChecks(),
        new TimeChecks(),
        new ShiftChecks(),
        new PrecedenceChecks(),
        new HandlingChecks(),
        new RoutingChecks(),
        new CallingChecks(),
        new AddressChecks(),
        new ReaddressalChecks(),
        new SignalChecks(),
        new EncryptionChecks(),
        new ReleaseChecks(),
        new TextMarkChecks(),
        new FunctionChecks(),
    ];

    /// <summary>Those that also look at what the text says.</summary>
    private static readonly ImmutableArray<CheckGroup> OfText =
    [
        new IdentityChecks(),
        new DirectoryChecks(),
        new SecurityChecks(),
        new PageChecks(),
        new ChannelLogChecks(),
        new DuplicateChecks(),
        new CitationChecks(),
        new ClassificationChecks(),
        new NumberChecks(),
        new SectionChecks(),
        new SubjectChecks(),
        new TagsChecks(),
        new ParagraphChecks(),
        new DeclassificationChecks(),
        new AuthorityChecks(),
        new CaptionChecks(),
        new ReferenceChecks(),
        new SignatureChecks(),
        new NavalChecks(),
        new ArchiveChecks(),
        new FilingChecks(),
    ];

    /// <summary>What is wrong with a message, by place.</summary>
    public static ImmutableArray<Finding> Run(MessageReading reading)
    {
        var findings = new FindingList(reading);
        Check(reading, OfTransmission, reading.Heading.Remarks, findings);
        Check(reading, OfText, reading.Text.Remarks, findings);
        return findings.ToImmutable();
    }

    /// <summary>What is wrong with the transmission of a message whose text was not read, by place.</summary>
    public static ImmutableArray<Finding> RunWithoutText(MessageReading reading)
    {
        var findings = new FindingList(reading);
        Check(reading, OfTransmission, reading.Heading.Remarks, findings);
        return findings.ToImmutable();
    }

    private static void Check(MessageReading reading, ImmutableArray<CheckGroup> groups, List<Remark> remarks, FindingList findings)
    {
        foreach (var remark in remarks)
        {
            findings.Add(remark);
        }
        foreach (var group in groups)
        {
            group.Check(reading, findings);
        }
    }
}
