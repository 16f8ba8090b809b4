namespace Chancery.Messages.Checks;

/// <summary>Every check that a message alone can tell, in no order that matters.</summary>
internal static class AllChecks
{
    private static readonly ImmutableArray<CheckGroup> Groups =
    [
        new FrameChecks(),
        new CharacterChecks(),
        new TimeChecks(),
        new IdentityChecks(),
        new ShiftChecks(),
        new PrecedenceChecks(),
        new HandlingChecks(),
        new RoutingChecks(),
        new CallingChecks(),
        new AddressChecks(),
        new DirectoryChecks(),
        new ReaddressalChecks(),
        new SignalChecks(),
        new EncryptionChecks(),
        new SecurityChecks(),
        new ReleaseChecks(),
        new PageChecks(),
        new TextMarkChecks(),
        new FunctionChecks(),
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
    ];

    /// <summary>What is wrong with a message, by place.</summary>
    public static ImmutableArray<Finding> Run(MessageReading reading)
    {
        var findings = new FindingList(reading);
        foreach (var remark in reading.Heading.Remarks)
        {
            findings.Add(remark);
        }
        foreach (var remark in reading.Text.Remarks)
        {
            findings.Add(remark);
        }
        foreach (var group in Groups)
        {
            group.Check(reading, findings);
        }
        return findings.ToImmutable();
    }
}
