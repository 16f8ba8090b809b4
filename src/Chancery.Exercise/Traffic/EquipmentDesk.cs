namespace Chancery.Exercise.Traffic;

using Forms;
using Words;
using World;

/// <summary>Runs the requests for equipment: opens them, and brings each of their later messages when its turn comes.</summary>
internal sealed class EquipmentDesk(Dice dice, Prose prose, Drafter drafter)
{
    private static readonly Theme Logistics = Lexicon.Instance.Themes.Single(t => t.Tags.Contains("MASS"));

    private readonly PriorityQueue<EquipmentThread, int> waiting = new();
    private int threads;

    /// <summary>A new request by a post.</summary>
    public Draft Open(int index, string file, DateTimeOffset time)
    {
        var words = Lexicon.Instance;
        var post = dice.Pick(Stations.Posts);
        var first = (Name: dice.Pick(words.Items), Quantity: dice.Between(2, 60));
        var second = (Name: dice.Pick(words.Items), Quantity: dice.Between(2, 120));
        ImmutableArray<(string Name, int Quantity)> items = dice.PerMille(600) && second.Name != first.Name ? [first, second] : [first];
        var unit = dice.Pick(words.Units);
        var today = DateOnly.FromDateTime(time.UtcDateTime);
        var thread = new EquipmentThread(
            ++threads,
            post,
            unit,
            dice.PickUneven(words.Places),
            items,
            today.AddDays(dice.Between(20, 120)),
            $"Request for {first.Name} for {unit}",
            dice.PerMille(500) ? Level.Confidential : Level.Unclassified
        );
        var draft = State("request", thread, post, Stations.Capital, time) with
        {
            Body = EquipmentTexts.Request(thread, prose.Paragraph(words.Reports, Logistics, today, 120)),
        };
        draft = draft with { Copies = [drafter.Target(draft, Stations.Ministries[0]), new Target(Stations.Logistics)] };
        var step = dice.PerMille(400) ? EquipmentStep.Question : Decision();
        Wait(thread with { Request = History.Cite(draft), Step = step }, draft, file, index);
        return draft;
    }

    /// <summary>The next message of a thread whose turn has come; null where none has.</summary>
    public Draft? Due(int index, string file, DateTimeOffset time)
    {
        if (!waiting.TryPeek(out var thread, out var due) || due > index)
        {
            return null;
        }
        waiting.Dequeue();
        return thread.Step switch
        {
            EquipmentStep.Question => Question(thread, index, file, time),
            EquipmentStep.Supplement => Supplement(thread, index, file, time),
            EquipmentStep.Promise => Promise(thread, index, file, time),
            EquipmentStep.Refusal => Refusal(thread, time),
            EquipmentStep.Reminder => Reminder(thread, index, file, time),
            EquipmentStep.Shipment => Shipment(thread, index, file, time),
            _ => Receipt(thread, time),
        };
    }

    private Draft Question(EquipmentThread thread, int index, string file, DateTimeOffset time)
    {
        var draft = State("question", thread, Stations.Capital, thread.Post, time) with { Body = EquipmentTexts.Question(thread) };
        if (dice.PerMille(850))
        {
            Wait(thread with { Step = EquipmentStep.Supplement }, draft, file, index);
        }
        return draft;
    }

    private Draft Supplement(EquipmentThread thread, int index, string file, DateTimeOffset time)
    {
        var body = EquipmentTexts.Supplement(thread, prose.Person());
        var draft = State("supplement", thread, thread.Post, Stations.Capital, time) with { Body = body };
        Wait(thread with { Step = Decision() }, draft, file, index);
        return draft;
    }

    private Draft Promise(EquipmentThread thread, int index, string file, DateTimeOffset time)
    {
        thread = thread with { Promised = [.. thread.Items.Select(i => dice.PerMille(600) ? i.Quantity : Math.Max(1, i.Quantity / 2))] };
        var body = EquipmentTexts.Promise(thread, DateOnly.FromDateTime(time.UtcDateTime).AddDays(dice.Between(30, 150)));
        var draft = State("promise", thread, Stations.Capital, thread.Post, time) with { Body = body };
        draft = draft with { Copies = [new Target(Stations.Logistics)] };
        if (dice.PerMille(900))
        {
            Wait(thread with { Step = dice.PerMille(250) ? EquipmentStep.Reminder : EquipmentStep.Shipment }, draft, file, index);
        }
        return draft;
    }

    private Draft Refusal(EquipmentThread thread, DateTimeOffset time) =>
        State("refusal", thread, Stations.Capital, thread.Post, time) with
        {
            Body = EquipmentTexts.Refusal(thread),
        };

    private Draft Reminder(EquipmentThread thread, int index, string file, DateTimeOffset time)
    {
        var draft = State("reminder", thread, thread.Post, Stations.Capital, time) with { Body = EquipmentTexts.Reminder(thread) };
        if (!thread.Promised.IsEmpty)
        {
            Wait(thread with { Step = EquipmentStep.Shipment }, draft, file, index);
        }
        else if (dice.PerMille(500))
        {
            Wait(thread with { Step = EquipmentStep.Promise }, draft, file, index);
        }
        return draft;
    }

    private Draft Shipment(EquipmentThread thread, int index, string file, DateTimeOffset time)
    {
        var draft = drafter.Begin("shipment", Stations.Logistics, Profile.Acp127Us, TextFamily.NavalSet, Logistics, time);
        draft = drafter.Subjected(drafter.Leveled(draft, thread.Level), "Shipment of " + thread.Items[0].Name + " for " + thread.Unit) with
        {
            To = [new Target(thread.Post)],
            Copies = [new Target(Stations.Capital)],
            References = [thread.Request! with { Kind = ReferenceKind.Military, Subject = thread.Subject }],
            Body = EquipmentTexts.Shipment(thread, dice.PickUneven(Lexicon.Instance.Ships)),
            Note = Note("shipment", thread),
        };
        if (dice.PerMille(900))
        {
            Wait(thread with { Step = EquipmentStep.Receipt }, draft, file, index);
        }
        return draft;
    }

    private Draft Receipt(EquipmentThread thread, DateTimeOffset time)
    {
        var isWhole = dice.PerMille(700);
        var arrived = thread.Promised.Select(n => isWhole ? n : Math.Max(1, n - dice.Between(1, Math.Max(1, n / 2))));
        var draft = State("receipt", thread, thread.Post, Stations.Capital, time) with
        {
            Body = EquipmentTexts.Receipt(thread, [.. arrived], isWhole),
        };
        return draft with { Copies = [new Target(Stations.Logistics)] };
    }

    private EquipmentStep Decision() =>
        dice.Below(10) switch
        {
            < 5 => EquipmentStep.Promise,
            < 7 => EquipmentStep.Refusal,
            _ => EquipmentStep.Reminder,
        };

    private Draft State(string kind, EquipmentThread thread, Station from, Station to, DateTimeOffset time)
    {
        var draft = drafter.Begin(kind, from, Profile.State, TextFamily.State2000, Logistics, time);
        draft = drafter.Subjected(drafter.Leveled(draft, thread.Level), thread.Subject);
        ImmutableArray<Citation> references = thread.Request is null ? [] : [thread.Request, thread.Last!];
        return draft with
        {
            // Requests travel with one precedence: their information addressees are few.
            Info = null,
            Captions = ["SIPDIS"],
            To = [drafter.Target(draft, to)],
            References = [.. references.DistinctBy(c => (c.From, c.Number))],
            Note = Note(kind, thread),
        };
    }

    private static ExerciseNote Note(string kind, EquipmentThread thread) => new(kind) { Thread = thread.Id, Answers = thread.LastFile };

    private void Wait(EquipmentThread thread, Draft draft, string file, int index) =>
        waiting.Enqueue(thread with { Last = History.Cite(draft), LastFile = file }, index + dice.Between(20, 400));
}
