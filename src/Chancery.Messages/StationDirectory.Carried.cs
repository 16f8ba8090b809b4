using Chancery.Messages.Tables;

namespace Chancery.Messages;

public sealed partial class StationDirectory
{
    private static StationDirectory LoadCarried() => Parse(Csv.Embedded("stations.csv"));
}
