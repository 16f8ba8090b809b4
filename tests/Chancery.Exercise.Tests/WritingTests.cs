using System.Text;
using Chancery.Messages;

namespace Chancery.Exercise.Tests;

/// <summary>Exercise traffic as it was read, written in other forms.</summary>
public sealed class WritingTests
{
    private static readonly ReaderOptions Reading = ReaderOptions.Default with { Directory = ExerciseDirectory.Read() };
    private static readonly MessageReader Reader = new(Reading);
    private static readonly MessageWriter Writer = new(new WriterOptions { Reading = Reading, LineEnd = LineEnd.Lf });

    private static IEnumerable<Message> Traffic(ulong seed) =>
        ExerciseTraffic.Generate(new ExerciseOptions { Seed = seed, Count = 400 }).SelectMany(sent => Reader.ReadAll(sent.Bytes));

    [Fact]
    public void Every_message_that_calls_a_station_is_written_in_every_transmission_form()
    {
        var refused = new List<string>();
        foreach (var message in Traffic(11).Where(m => m.Profile != Profile.Reading))
        {
            foreach (
                var profile in (ReadOnlySpan<Profile>)[Profile.State, Profile.Acp127Us, Profile.Acp128, Profile.Acp127, Profile.Reading]
            )
            {
                var written = Writer.Write(message, profile);
                var hasRoom = message.Transmission.Station!.RoutingIndicator.Length is 6 or 7;
                Assert.Equal(hasRoom || profile != Profile.Acp128, written.IsWritten);
                refused.AddRange(written.Refusals.Where(_ => hasRoom).Select(refusal => $"{message.Profile}>{profile} {refusal}"));
                foreach (var sent in written.Transmissions)
                {
                    Assert.Equal(profile, sent.Profile);
                    Assert.Equal(message.Dtg!.Utc, sent.Dtg!.Utc);
                    Assert.Equal(message.From!.Name.ToUpperInvariant(), sent.From!.Name);
                    Assert.Equal(message.Action.Select(a => a.RoutingIndicator), sent.Action.Select(a => a.RoutingIndicator));
                }
            }
        }
        Assert.True(refused.Count == 0, string.Join('\n', refused.CountBy(r => r).Select(r => $"{r.Value} {r.Key}")));
    }

    [Fact]
    public void Every_message_is_set_from_its_fields_and_reads_the_same()
    {
        var refused = new List<string>();
        foreach (var message in Traffic(12))
        {
            var written = Writer.Write(message with { Raw = default });
            refused.AddRange(
                written.Refusals.Select(refusal =>
                    $"{message.Profile} {message.Family} {refusal}\n{Encoding.UTF8.GetString(message.Raw.Span)}"
                )
            );
        }
        Assert.True(refused.Count == 0, string.Join('\n', refused.Take(3)));
    }
}
