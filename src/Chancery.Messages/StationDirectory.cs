namespace Chancery.Messages;

/// <summary>
/// Telegraph posts and routing indicators by name. Immutable. The carried tables are <see cref="Standard"/>; an office may bring its own,
/// which is then used instead (an exercise must not have its NORTHPORT mended to a real post).
/// </summary>
public sealed partial class StationDirectory
{
    private static readonly Lazy<StationDirectory> Carried = new(LoadCarried);

    /// <summary>The tables compiled into the library, read at first use.</summary>
    public static StationDirectory Standard => Carried.Value;
}
