using System.Globalization;

namespace Chancery.Office;

public sealed partial class IndexTerms
{
    private ImmutableArray<string> AddFields(MessageRow row, Message message)
    {
        if (row.Subject is { } subject)
        {
            AddField(SearchField.Subject, subject.Text);
        }
        if (row.From is { } from)
        {
            AddField(SearchField.From, from.Name, from.RoutingIndicator, string.Join(' ', from.Offices));
        }
        foreach (var addressee in row.Action)
        {
            AddField(SearchField.To, addressee.Name, addressee.RoutingIndicator, string.Join(' ', addressee.Offices));
        }
        foreach (var addressee in message.Info)
        {
            AddField(SearchField.Info, addressee.Name, addressee.RoutingIndicator, string.Join(' ', addressee.Offices));
        }
        foreach (var tag in row.Tags)
        {
            AddField(SearchField.Tag, tag.Code, tag.Raw, TagNames.Find(tag.Code));
        }
        AddTerm(SearchField.Level, row.Level.Name());
        AddMrn(row.Mrn);
        if (row.Precedence.Action is { } precedence)
        {
            AddTerm(SearchField.Precedence, precedence.Name());
        }
        foreach (var caption in row.Captions)
        {
            AddField(SearchField.Caption, caption);
        }
        if (row.Dtg is { } dtg)
        {
            AddTerm(SearchField.Dtg, dtg.Raw);
        }
        AddTerm(SearchField.Family, row.Family.Name());
        AddTerm(SearchField.Family, row.Profile.Name());
        if (row.Serial is { } serial)
        {
            AddField(SearchField.Serial, $"{serial.Title} {serial.Number} {serial.Year}");
            AddField(SearchField.Serial, $"{serial.Title} {serial.Number.TrimStart('0')} {serial.Year % 100:00}");
        }
        if (message.Transmission.Station?.Serial is { } station)
        {
            AddField(SearchField.Serial, station);
        }
        AddField(SearchField.Origin, row.Origin.Door, row.Origin.Name);
        AddStates(row);
        foreach (var reference in message.References)
        {
            if (reference.Mrn is { } cited)
            {
                AddNumber(SearchField.Reference, cited);
            }
            AddField(SearchField.Reference, reference.Raw, reference.Text);
        }
        AddField(SearchField.Signer, message.Signature, message.Releaser, message.ClassifiedBy?.Name);
        AddField(SearchField.Post, row.Mrn?.Post);
        return AddOffices(row, message);
    }

    private ImmutableArray<string> AddOffices(MessageRow row, Message message)
    {
        if (
            message.Passing.IsEmpty
            && row.From is not { Offices.IsEmpty: false }
            && !row.Action.Any(to => !to.Offices.IsEmpty)
            && !message.Info.Any(to => !to.Offices.IsEmpty)
        )
        {
            return [];
        }
        ImmutableArray<string> offices =
        [
            .. (row.From?.Offices ?? [])
                .Concat(row.Action.SelectMany(to => to.Offices))
                .Concat(message.Info.SelectMany(to => to.Offices))
                .Concat(message.Passing.SelectMany(line => line.Offices))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        foreach (var office in offices)
        {
            AddField(SearchField.Office, office);
        }
        return offices;
    }

    private void AddMrn(MessageReferenceNumber? mrn)
    {
        if (mrn is not null)
        {
            AddNumber(SearchField.Mrn, mrn);
            AddField(SearchField.Mrn, mrn.Post);
        }
    }

    private void AddNumber(SearchField field, MessageReferenceNumber mrn)
    {
        var key = NumberKey.Of(mrn);
        AddTerm(field, key.Bare);
        if (key.Year is { } year)
        {
            AddTerm(field, $"{year:00}{key.Bare}");
        }
    }

    private void AddStates(MessageRow row)
    {
        AddTerm(SearchField.State, row.Filing ? "filing" : "traffic");
        foreach (var state in row.States)
        {
            AddTerm(SearchField.State, state);
        }
        if (row.Findings.Length > 0)
        {
            AddTerm(SearchField.State, "findings");
        }
        if (row.Errors > 0)
        {
            AddTerm(SearchField.State, "errors");
        }
        if (row.Warnings > 0)
        {
            AddTerm(SearchField.State, "warnings");
        }
        if (row.Section is not null)
        {
            AddTerm(SearchField.State, "section");
        }
        if (row.Captions.Any(caption => caption.StartsWith("CORRECTED COPY", StringComparison.OrdinalIgnoreCase)))
        {
            AddTerm(SearchField.State, "corrected");
        }
        foreach (var finding in row.Findings)
        {
            AddTerm(SearchField.Finding, finding);
        }
    }

    /// <summary>Where the level alone decides, one term for each rank that may read the message: a reader's query names his own.</summary>
    private void AddRights(Protection protection)
    {
        Add(TermPrefix.Whole, "");
        if (!protection.IsPlain)
        {
            Add(TermPrefix.OpenBy, protection.Token);
            return;
        }
        for (var rank = protection.Rank; rank <= ReadingRights.HighestRank; rank++)
        {
            Add(TermPrefix.Open, rank.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What the row of an earlier message gets beside its own terms for a later one that is protected so.</summary>
    /// <param name="prefix">What the later one is to it: <see cref="TermPrefix.Later"/> or <see cref="TermPrefix.Answered"/>.</param>
    /// <param name="by">What protects the later one.</param>
    public static string Beside(string prefix, Protection by) =>
        string.Join(
            ' ',
            (
                by.IsPlain
                    ? Enumerable
                        .Range(by.Rank, ReadingRights.HighestRank - by.Rank + 1)
                        .Select(rank => prefix + rank.ToString(CultureInfo.InvariantCulture))
                    : [prefix + by.Token]
            ).Prepend(prefix)
        );

    private void AddDates(DateTime date)
    {
        Add(TermPrefix.Date, date.ToString("yyyy", CultureInfo.InvariantCulture));
        Add(TermPrefix.Date, date.ToString("yyyyMM", CultureInfo.InvariantCulture));
        Add(TermPrefix.Date, date.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
    }
}
