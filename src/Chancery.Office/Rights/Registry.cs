namespace Chancery.Office;

/// <summary>
/// What is asked about the rule: what a person could read, and who can read a message. The first is answered from the rule alone, never from what is on
/// file, so that it tells of no message.
/// </summary>
public sealed class Registry(IMessageStore store, People people)
{
    /// <summary>For each kind of message whether a person could read it, and the term that decides; empty for who keeps no people or where there is nobody of the name.</summary>
    public IReadOnlyList<RightsLine> CouldRead(Reader by, string name)
    {
        if (!MayAsk(by) || people.AsReader(name) is not { } reader)
        {
            return [];
        }
        var lines = new List<RightsLine>();
        foreach (var level in Levels.All)
        {
            lines.Add(Line(reader, level.Name(), Protection.OfRank(level.Rank())));
        }
        var lowest = Protection.OfRank(Level.Confidential.Rank());
        lines.Add(Line(reader, "CONFIDENTIAL NOFORN", lowest with { Caveats = ["NOFORN"] }));
        if (reader.Nationality is { } nation)
        {
            lines.Add(Line(reader, $"CONFIDENTIAL REL TO {nation}", lowest with { Caveats = [.. Caveats.Normal([$"REL TO {nation}"])] }));
        }
        foreach (var caption in Captions.All.Where(RestrictiveCaptions.IsRestrictive).Order(StringComparer.Ordinal))
        {
            var protection = lowest with { Captions = [caption] };
            lines.Add(Line(reader, $"CONFIDENTIAL {caption}, not distributed to him", protection));
            if (!reader.Offices.IsEmpty)
            {
                lines.Add(
                    Line(
                        reader,
                        $"CONFIDENTIAL {caption}, distributed to {reader.Offices[0]}",
                        protection with
                        {
                            Distribution = [reader.Offices[0]],
                        }
                    )
                );
            }
        }
        return lines;
    }

    /// <summary>What each person sees of a message, those who see most first; empty where the asker is no security officer or there is none.</summary>
    public IReadOnlyList<RightsLine> WhoCanRead(Reader by, MessageId id) =>
        Spills.MayAct(by) && store.Row(id) is { } row
            ?
            [
                .. people
                    .List()
                    .Select(person => new RightsLine(
                        person.Name,
                        people.AsReader(person.Name) is { } reader
                            ? ReadingRights.Look(reader, row)
                            : new Sight(Reading.None, 0, "disabled")
                    ))
                    .OrderByDescending(line => line.Sight.Reading)
                    .ThenBy(line => line.What, StringComparer.OrdinalIgnoreCase),
            ]
            : [];

    private static RightsLine Line(Reader reader, string what, Protection protection) => new(what, ReadingRights.Look(reader, protection));

    private static bool MayAsk(Reader by) => by.IsOwner || (by.Roles & (Roles.SecurityOfficer | Roles.Administrator)) != 0;
}
