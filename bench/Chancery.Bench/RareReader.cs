using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Bench;

/// <summary>A reader who may see one message in a thousand: those that are under EXDIS and went to his office.</summary>
internal static class RareReader
{
    private const int OneIn = 1000;

    public static Reader Reader { get; } =
        new()
        {
            Name = "few",
            Level = Level.TopSecret,
            Roles = Roles.Reader,
            Offices = ["BENCH"],
            Accesses = ["EXDIS"],
            Rules = new RightsSettings { NeedToKnow = true },
        };

    /// <summary>Puts one message in a thousand under the caption.</summary>
    public static void Prepare(RunningOffice office)
    {
        var protection = Protection.OfRank(0) with { Captions = ["EXDIS"], Distribution = ["BENCH"] };
        string? before = null;
        do
        {
            var page = office.Archive.List(Office.Reader.Owner, before, OneIn);
            before = page.Next;
            if (page.Rows is [var row, ..] && office.Security.NumberOfMessage(row.Id) is { } number)
            {
                office.Indexer.Changing(
                    number,
                    () => office.Security.Protect(row.Id, protection, null, new AuditNote("bench", "prepared", row.Id, null))
                );
            }
        } while (before is not null);
    }
}
