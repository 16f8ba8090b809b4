namespace Chancery.Exercise.Traffic;

using Forms;
using Words;
using World;

/// <summary>Makes the traffic of one exercise, message by message. Holds what later messages depend on, in bounded memory.</summary>
internal sealed class Engine
{
    private readonly ExerciseOptions options;
    private readonly Dice dice;
    private readonly Ledger ledger;
    private readonly History history = new();
    private readonly Drafter drafter;
    private readonly EquipmentDesk equipment;
    private readonly Clock clock;
    private readonly Damager damager;
    private readonly string nameFormat;
    private readonly PriorityQueue<(Draft Draft, string Kind, string File, (byte[] Bytes, Message Truth)? Whole), int> copies = new();
    private int general;
    private int generalYear;

    public Engine(ExerciseOptions options)
    {
        this.options = options;
        dice = new Dice(options.Seed);
        var prose = new Prose(dice);
        ledger = new Ledger(dice);
        drafter = new Drafter(dice, prose, ledger, history);
        equipment = new EquipmentDesk(dice, prose, drafter);
        clock = new Clock(options);
        damager = new Damager(new Dice(~options.Seed));
        nameFormat = new string('0', Math.Max(6, options.Count.ToString(CultureInfo.InvariantCulture).Length));
    }

    /// <summary>The messages, in the order of their arrival.</summary>
    public IEnumerable<ExerciseMessage> Run()
    {
        var index = 0;
        while (index < options.Count)
        {
            foreach (var (bytes, truth, note) in Next(index, File(index)))
            {
                if (index == options.Count)
                {
                    break;
                }
                var message = new ExerciseMessage(File(index), bytes, truth, note);
                yield return options.Damage > 0 ? damager.Damage(message, options.Damage) : message;
                index++;
            }
        }
    }

    private string File(int index) => (index + 1).ToString(nameFormat, CultureInfo.InvariantCulture) + ".txt";

    private IEnumerable<(byte[] Bytes, Message Truth, ExerciseNote Note)> Next(int index, string file)
    {
        if (copies.TryPeek(out var copy, out var due) && due <= index)
        {
            copies.Dequeue();
            return Copy(copy.Draft, copy.Kind, copy.File, copy.Whole);
        }
        var time = clock.At(index);
        var draft = equipment.Due(index, file, time) ?? New(index, file, time);
        // A second precedence is for information addressees (TX-304).
        draft = draft.Copies.IsEmpty ? draft with { Info = null } : draft;
        var written = Write(draft);
        history.Add(draft, file);
        if (written.Count == 1 && dice.PerMille(20))
        {
            // A repetition is known by its signal in format line 4, which archive copies and short harbour messages do not have.
            var hasSignals = draft.Profile is Profile.State or Profile.Acp127Us or Profile.Acp128;
            var kind = dice.Below(10) switch
            {
                < 4 => "duplicate",
                < 7 => hasSignals ? "repetition" : "duplicate",
                _ => "corrected",
            };
            copies.Enqueue(
                (draft, kind, file, string.Equals(kind, "duplicate", StringComparison.Ordinal) ? written[0] : null),
                index + dice.Between(1, 60)
            );
        }
        return written.Select(w => (w.Bytes, w.Truth, draft.Note));
    }

    private Draft New(int index, string file, DateTimeOffset time)
    {
        var draft = dice.Below(1000) switch
        {
            < 430 => drafter.Report(time),
            < 570 => drafter.Answer(time),
            < 670 => drafter.Instruction(time),
            < 700 => equipment.Open(index, file, time),
            < 830 => drafter.Naval(time),
            < 870 => drafter.General(time, NextGeneral(time.Year)),
            < 940 => drafter.Command(time),
            _ => drafter.Harbour(time),
        };
        // Archive copies have lost the procedure lines, many of them the BT too.
        var isArchive = draft.Profile is Profile.State or Profile.Acp128 && draft.Note.Thread is null && dice.PerMille(80);
        return isArchive ? draft with { Profile = Profile.Reading, MayBeCut = false, HasBreaks = dice.PerMille(500) } : draft;
    }

    private int NextGeneral(int year)
    {
        general = year == generalYear ? general + 1 : 1;
        generalYear = year;
        return general;
    }

    private List<(byte[] Bytes, Message Truth)> Write(Draft draft) =>
        draft.Family == TextFamily.State2000
            ? StateForm.Write(draft, () => ledger.Channel(draft.Profile, draft.Whim))
            : [NavalForm.Write(draft, ledger.Channel(draft.Profile, draft.Whim))];

    private IEnumerable<(byte[] Bytes, Message Truth, ExerciseNote Note)> Copy(
        Draft draft,
        string kind,
        string file,
        (byte[] Bytes, Message Truth)? whole
    )
    {
        var note = draft.Note with { Copy = kind, CopyOf = file };
        if (whole is { } same)
        {
            return [(same.Bytes, same.Truth, note)];
        }
        var isCorrected = string.Equals(kind, "corrected", StringComparison.Ordinal);
        var copy = draft with { Signal = isCorrected ? "ZEL" : "ZDK" };
        if (isCorrected)
        {
            var first = copy.Body[0];
            copy = copy with
            {
                Body = copy.Body.SetItem(0, first with { Text = first.Text + " The figures of this paragraph were corrected." }),
            };
        }
        return Write(copy).Select(w => (w.Bytes, w.Truth, note));
    }
}
