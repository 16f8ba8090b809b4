using System.Text;
using Chancery.Messages;

namespace Chancery.Exercise.Tests;

public sealed class ThreadTests
{
    private static readonly Lazy<ExerciseMessage[]> Traffic = new(() =>
        [.. ExerciseTraffic.Generate(new ExerciseOptions { Seed = 9, Count = 6000 }).Where(m => m.Note.Copy is null)]
    );

    [Fact]
    public void A_request_for_equipment_can_be_followed_to_receipt_or_refusal()
    {
        var kinds = Traffic
            .Value.Select(m => m.Note)
            .Where(n => n.Thread is not null)
            .Select(n => n.Kind)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            ["promise", "question", "receipt", "refusal", "reminder", "request", "shipment", "supplement"],
            kinds.Order(StringComparer.Ordinal)
        );
        var whole = Threads().Where(t => t.Any(m => m.Note.Kind == "receipt")).ToList();
        Assert.NotEmpty(whole);
        Assert.All(whole, thread => Assert.Equal("request", thread.First().Note.Kind));
        Assert.All(whole, thread => Assert.Contains(thread, m => m.Note.Kind == "promise"));
        Assert.All(whole, thread => Assert.Contains(thread, m => m.Note.Kind == "shipment"));
    }

    [Fact]
    public void Each_message_of_a_thread_answers_the_one_before_it_and_cites_the_request()
    {
        foreach (var thread in Threads())
        {
            var messages = thread.ToList();
            Assert.Null(messages[0].Note.Answers);
            for (var i = 1; i < messages.Count; i++)
            {
                Assert.Equal(messages[i - 1].FileName, messages[i].Note.Answers);
                Assert.Contains(messages[i].Truth.References, reference => Cites(reference, messages[0].Truth));
            }
        }
    }

    [Fact]
    public void A_request_names_unit_quantity_and_the_day_it_is_wanted()
    {
        foreach (var request in Traffic.Value.Where(m => m.Note.Kind == "request"))
        {
            var text = Encoding.ASCII.GetString(request.Bytes).ToUpperInvariant().ReplaceLineEndings(" ");
            Assert.Matches("REQUESTS [0-9]+ [A-Z]", text);
            Assert.Contains("NOT LATER THAN", text, StringComparison.Ordinal);
            Assert.Matches("FOR THE .*(BATTALION|REGIMENT|COMPANY|BRIGADE|COLUMN|SQUADRON|FLOTILLA|GROUP|HOSPITAL|DETACHMENT)", text);
        }
    }

    private static bool Cites(MessageReference reference, Message request) =>
        reference.Mrn is { } number ? number.Canonical == request.Mrn!.Canonical : reference.Dtg?.Utc == request.Dtg!.Utc;

    private static IEnumerable<IGrouping<int, ExerciseMessage>> Threads() =>
        Traffic.Value.Where(m => m.Note.Thread is not null).GroupBy(m => m.Note.Thread!.Value);
}
