namespace Chancery.Messages;

public sealed partial class StationDirectory
{
    private static StationDirectory LoadCarried() => new();
}
