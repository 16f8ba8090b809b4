namespace Chancery.Office;

/// <summary>What one person alone cannot do.</summary>
public enum ProposedAct
{
    /// <summary>Lift a quarantine.</summary>
    Release,

    /// <summary>Destroy a quarantined message.</summary>
    Destruction,

    /// <summary>Let a person see one message against the rule.</summary>
    Emergency,
}
