namespace Chancery.Cli.Checking;

/// <summary>How <c>chancery check</c> shows what it found.</summary>
internal enum CheckForm
{
    /// <summary>A line a finding, as compilers write them.</summary>
    Text,

    /// <summary>One object a message.</summary>
    Json,

    /// <summary>One SARIF 2.1.0 log of all.</summary>
    Sarif,

    /// <summary>What the safe fixes would change.</summary>
    Diff,
}
