namespace Chancery.Messages.Checks;

/// <summary>A group of rules that belong together. Holds nothing: the same instance serves every message and thread.</summary>
internal abstract class CheckGroup
{
    /// <summary>Adds a finding for everything that is wrong.</summary>
    public abstract void Check(MessageReading reading, FindingList findings);
}
