using System.Text;
using Chancery.Exercise;
using CsCheck;

namespace Chancery.Office.Tests;

public sealed class ParagraphPlacesTests
{
    private static readonly MessageReader Reader = new();

    [Fact]
    public void Places_show_the_numbers_and_words_that_the_reader_shows()
    {
        var message = Reader.Read(
            Telegram("1. (U) EXERCISE. TRUCKS ARE SHORT.\r\n\r\n    THEY COME BY RAIL.\r\n\r\n2. (U) EXERCISE. RADIOS ARE NOT.\r\n")
        );

        var open = ParagraphPlaces.Open(ParagraphPlaces.Of(message), message.Raw)!.Value;

        Assert.Equal(["1", "2"], open.Select(paragraph => paragraph.Number));
        Assert.Equal("EXERCISE. TRUCKS ARE SHORT.\n\n    THEY COME BY RAIL.", open[0].Words.ToString());
        Assert.Equal("EXERCISE. RADIOS ARE NOT.", open[1].Words.ToString());
    }

    [Fact]
    public void Whole_and_garbled_traffic_reads_the_same_by_its_places() =>
        Gen.Select(Gen.ULong, Gen.Bool)
            .Sample(
                (seed, isDamaged) =>
                {
                    var options = new ExerciseOptions
                    {
                        Seed = seed,
                        Count = 20,
                        Damage = isDamaged ? 1 : 0,
                    };
                    foreach (var exercise in ExerciseTraffic.Generate(options))
                    {
                        var message = Reader.Read(exercise.Bytes);
                        if (ParagraphPlaces.Of(message) is not { } places)
                        {
                            continue;
                        }
                        Assert.Equal(
                            message.Paragraphs.Select(paragraph => (paragraph.Number, paragraph.Text)),
                            ParagraphPlaces
                                .Open(places, message.Raw)!
                                .Value.Select(paragraph => (paragraph.Number, paragraph.Words.ToString()))
                        );
                    }
                },
                iter: 20
            );

    [Fact]
    public void Where_the_words_are_not_shown_as_they_came_no_places_are_noted()
    {
        var cleaned = Reader.Read(Telegram("1. (U) EXERCISE. TRUCKS &amp; RADIOS ARE SHORT.\r\n"));
        Assert.Contains("TRUCKS & RADIOS", Assert.Single(cleaned.Paragraphs).Text, StringComparison.Ordinal);

        Assert.Null(ParagraphPlaces.Of(cleaned));
    }

    [Fact]
    public void Words_behind_a_place_that_was_cleaned_stand_where_they_stood_before()
    {
        var message = Reader.Read(
            Encoding.ASCII.GetBytes(
                Encoding
                    .ASCII.GetString(Telegram("1. (U) EXERCISE. TRUCKS ARE SHORT.\r\n"))
                    .Replace("EXERCISE: RETURN", "EXERCISE &amp; RETURN", StringComparison.Ordinal)
            )
        );
        Assert.Equal("EXERCISE & RETURN", message.Subject!.Text);

        var open = ParagraphPlaces.Open(ParagraphPlaces.Of(message), message.Raw)!.Value;

        Assert.Equal("EXERCISE. TRUCKS ARE SHORT.", Assert.Single(open).Words.ToString());
    }

    [Fact]
    public void Noting_never_takes_more_than_a_quarter_of_the_message()
    {
        var many = new StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            many.Append("(U) A\r\n\r\n");
        }
        var message = Reader.Read(Telegram(many.ToString()));
        Assert.True(message.Paragraphs.Length > 1000);

        Assert.Null(ParagraphPlaces.Of(message));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 9 })]
    [InlineData(new byte[] { 1, 2 })]
    // One paragraph without a number, one run from 0 on, longer than the message, or before its beginning.
    [InlineData(new byte[] { 1, 2, 0, 2, 0, 0xFE, 0x7F })]
    [InlineData(new byte[] { 1, 2, 0, 2, 1, 4 })]
    public void Places_that_are_none_of_these_bytes_are_not_opened(byte[] places) =>
        Assert.Null(ParagraphPlaces.Open(places, "EXERCISE"u8.ToArray()));

    [Fact]
    public void Whatever_stands_in_the_place_of_places_nothing_is_thrown() =>
        Gen.Byte.Array[0, 40].Sample(places => _ = ParagraphPlaces.Open([1, .. places], "EXERCISE TEXT"u8.ToArray()));

    private static byte[] Telegram(string text) =>
        Encoding.ASCII.GetBytes(
            "RR RVEHAA\r\nDE RVEHCC #0412 0621200\r\nZNR UUUUU\r\nR 021200Z MAR 26\r\nFM LEGATION NORTHPORT\r\nTO RVEHAA/MINFOR HOMECITY\r\nBT\r\n"
                + "UNCLAS NORTHPORT 000412\r\n\r\nE.O. 13526: N/A\r\nTAGS: MASS\r\nSUBJECT: EXERCISE: RETURN\r\n\r\n"
                + text
                + "\r\nGRANT\r\nBT\r\n#0412\r\nNNNN\r\n"
        );
}
