using System.Text;

namespace Chancery.Messages.Tests.Writing;

/// <summary>What the writer makes of a message, as the tables of conversions have it: its lines, a bar in front of each, and what is said of it.</summary>
internal static class Written
{
    public static string As(Message message, Profile profile, LineEnd end = LineEnd.Lf)
    {
        var written = new MessageWriter(new WriterOptions { LineEnd = end }).Write(message, profile);
        var lines = written.Transmissions.SelectMany(one => Encoding.UTF8.GetString(one.Raw.Span).TrimEnd('\n').Split('\n').Append(""));
        return string.Join(
            '\n',
            lines
                .Select(line => $"|{line}")
                .SkipLast(1)
                .Concat(written.Lost.Select(lost => $"lost: {lost}"))
                .Concat(written.Refusals.Select(refusal => $"refused: {refusal}"))
        );
    }
}
