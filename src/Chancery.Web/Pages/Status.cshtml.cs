using Chancery.Web.Desk;

namespace Chancery.Web.Pages;

/// <summary>How the office stands, for people; machines ask /health.</summary>
public sealed class StatusModel(Archive archive, TimeProvider clock) : DeskPage
{
    private const int Most = 20;

    /// <summary>Counts of what this reader may read.</summary>
    public ArchiveStats Stats { get; private set; } = new();

    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The counts as tables.</summary>
    public IEnumerable<(string Title, IEnumerable<KeyValuePair<string, long>> Counts)> Tables =>
        new (string Title, IEnumerable<KeyValuePair<string, long>> Counts)[]
        {
            ("Levels", Stats.Levels),
            ("Precedences", Stats.Precedences),
            ("Forms", Stats.Profiles),
            ("Texts", Stats.Families),
            ("Findings, the most frequent", Stats.Findings.Take(Most)),
        }.Where(table => table.Counts.Any());

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Now = clock.GetUtcNow();
        Stats = archive.Stats(Me);
        Frame = new Frame { Title = Texts.Status, Screen = "status" };
    }
}
