namespace Chancery.Office;

/// <summary>How much of a message a reader may see.</summary>
public enum Reading
{
    /// <summary>Nothing: for him it does not exist.</summary>
    None,

    /// <summary>The portions that are open to him.</summary>
    Portions,

    /// <summary>All of it.</summary>
    Full,
}
