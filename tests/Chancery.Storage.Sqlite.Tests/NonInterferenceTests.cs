using System.Collections.Immutable;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using CsCheck;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>
/// Whatever a reader asks, the answer is that of a store which never held what he may not see: hidden messages are left out of it, and where he sees
/// portions, what is withheld from him says something else.
/// </summary>
public sealed class NonInterferenceTests
{
    private static readonly string[] Words = ["ZEBRA", "QUARTZ", "WALRUS"];
    private static readonly string[] LevelWords = ["UNCLAS", "CONFIDENTIAL", "SECRET"];
    private static readonly string[] Captions = ["", "", "", "", "NODIS", "STADIS", "MARVELLOUS", "SIPDIS"];
    private static readonly string[] Caveats = ["", "", "", "NOFORN", "REL TO USA, GBR"];
    private static readonly string[] Offices = ["", "POL", "ECON"];
    private static readonly string[] Nationalities = ["", "US", "GBR", "FRA"];
    private static readonly Level[] Clearances = [Level.Unclassified, Level.Fouo, Level.Confidential, Level.Secret, Level.TopSecret];

    private static readonly Gen<Telegram> Telegrams = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        OneOf(Captions),
        OneOf(Caveats),
        OneOf(Offices),
        Gen.Int[0, 3].Array[3],
        Gen.Int[0, 89],
        (level, word, caption, caveat, office, marks, more) =>
            new Telegram(
                LevelWords[level],
                Words[word],
                caption,
                caveat,
                office,
                [.. marks],
                more % 10 == 0,
                CopyOf: more / 10 % 3,
                AnswerTo: more / 30
            )
    );

    private static readonly Gen<Reader> Readers = Gen.Select(
        OneOf(Clearances),
        OneOf(Clearances),
        OneOf(Nationalities),
        OneOf("", "NODIS", "STADIS", "MARVELLOUS"),
        OneOf(Offices),
        OneOf(Roles.Reader, Roles.Reader, Roles.Reader, Roles.Communicator, Roles.SecurityOfficer, Roles.Administrator, Roles.Sender),
        Gen.Int[0, 3],
        (level, network, nationality, access, office, roles, rules) =>
            new Reader
            {
                Name = "low",
                Level = level,
                NetworkLevel = network > level ? network : Level.TopSecret,
                Nationality = nationality.Length == 0 ? null : nationality,
                Accesses = access.Length == 0 ? [] : [access],
                Offices = office.Length == 0 ? [] : [office],
                Roles = roles,
                Rules = new RightsSettings { NeedToKnow = (rules & 1) != 0, Portions = (rules & 2) != 0 },
            }
    );

    [Fact]
    public void Every_answer_is_that_of_a_store_without_what_is_hidden() =>
        Gen.Select(Telegrams.Array[1, 9], Readers)
            .Sample(
                (telegrams, reader) =>
                {
                    using var whole = new Shelf(reader.Rules);
                    using var part = new Shelf(reader.Rules);
                    for (var i = 0; i < telegrams.Length; i++)
                    {
                        var telegram = telegrams[i];
                        whole.Add(telegram.Bytes(i + 1, secrets: "KRAKEN"), telegram.IsSpilled, keep: true);
                        var sees = whole.Sees(reader, i);
                        part.Add(
                            telegram.Bytes(i + 1, secrets: sees == Reading.Portions ? "GRIFFIN" : "KRAKEN"),
                            telegram.IsSpilled,
                            keep: sees != Reading.None
                        );
                    }
                    whole.CatchUp();
                    part.CatchUp();
                    Assert.Equal(part.Ask(reader, whole.Ids), whole.Ask(reader, whole.Ids));
                },
                iter: 25,
                threads: 1
            );

    /// <summary>A change of rights closes a message in every answer, as if it had never been there.</summary>
    [Fact]
    public void What_is_closed_later_is_gone_from_every_answer() =>
        Gen.Select(Telegrams.Array[2, 8], Readers, Gen.Int[0, 7])
            .Sample(
                (telegrams, reader, which) =>
                {
                    reader = reader with { Roles = reader.Roles & ~Roles.SecurityOfficer };
                    which %= telegrams.Length;
                    using var whole = new Shelf(reader.Rules);
                    using var part = new Shelf(reader.Rules);
                    for (var i = 0; i < telegrams.Length; i++)
                    {
                        var bytes = telegrams[i].Bytes(i + 1, secrets: "KRAKEN");
                        whole.Add(bytes, spilled: false, keep: true);
                        part.Add(bytes, spilled: false, keep: i != which);
                    }
                    whole.CatchUp();
                    part.CatchUp();
                    whole.Quarantine(which);
                    var masked = whole.Ask(reader, whole.Ids);
                    whole.CatchUp();
                    var expected = part.Ask(reader, whole.Ids);
                    Assert.Equal(expected, masked);
                    Assert.Equal(expected, whole.Ask(reader, whole.Ids));
                },
                iter: 12,
                threads: 1
            );

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private sealed record Telegram(
        string Level,
        string Word,
        string Caption,
        string Caveat,
        string Office,
        ImmutableArray<int> Marks,
        bool IsSpilled,
        int CopyOf,
        int AnswerTo
    )
    {
        /// <summary>The telegram, with a word in everything that bears no mark or the mark of the whole.</summary>
        public byte[] Bytes(int number, string secrets)
        {
            string[] marks = ["", "(U) ", "(C) ", "(S) "];
            var highest = Array.IndexOf(LevelWords, Level) + 1;
            var lines = Marks.Select(
                (mark, i) =>
                {
                    // No portion ranks above its message.
                    var own = Math.Min(mark, highest);
                    var said = own == 0 || own == highest ? $"{Word} {secrets}" : $"OPEN {Word} PART{own}";
                    return i == 0
                        ? $"SUBJECT: {marks[own]}EXERCISE {said}"
                        : $"\n{i}. {marks[own]}{(i == 1 ? "ACTION REQUEST: " : "")}{said} TOKEN.";
                }
            );
            // Two of three are corrected copies, of the one before or of that before it, where there is one.
            var of = Math.Max(1, number - CopyOf);
            if (of < number)
            {
                lines = lines.Append($"CORRECTED COPY {number}.");
            }
            if (AnswerTo == 0 || AnswerTo >= number)
            {
                return Samples.Lines(of, $"{Level} {Caveat}".Trim(), Caption, Office, string.Join('\n', lines));
            }
            // Two of three are answers, to the one before or to that before it.
            var answer = Samples.Lines(
                of,
                $"{Level} {Caveat}".Trim(),
                Caption,
                Office,
                string.Join('\n', lines.Take(1).Append($"REF: NORTHPORT {number - AnswerTo}").Concat(lines.Skip(1)))
            );
            return Encoding.ASCII.GetBytes(
                Encoding.ASCII.GetString(answer).Replace("FM LEGATION NORTHPORT", "FM MINFOR HOMECITY", StringComparison.Ordinal)
            );
        }
    }
}
