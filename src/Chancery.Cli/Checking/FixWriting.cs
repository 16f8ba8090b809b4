namespace Chancery.Cli.Checking;

/// <summary>Where <c>chancery check --fix</c> writes.</summary>
internal enum FixWriting
{
    /// <summary>Nowhere: nothing is fixed.</summary>
    None,

    /// <summary>Beside the file.</summary>
    Beside,

    /// <summary>Over the file, which is kept beside.</summary>
    InPlace,
}
