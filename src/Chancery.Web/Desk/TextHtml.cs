using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Chancery.Web.Desk;

/// <summary>Lines of a message as HTML, by hand: between runs not one blank may be added.</summary>
public static class TextHtml
{
    /// <summary>Lines with squiggles, marks and hits, parted by line feeds.</summary>
    public static IHtmlContent Lines(ImmutableArray<ImmutableArray<TextRun>> lines)
    {
        var html = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                html.Append('\n');
            }
            Add(html, lines[i]);
        }
        return new HtmlString(html.ToString());
    }

    /// <summary>One line.</summary>
    public static IHtmlContent Line(ImmutableArray<TextRun> runs)
    {
        var html = new StringBuilder();
        Add(html, runs);
        return new HtmlString(html.ToString());
    }

    /// <summary>A snippet with its hits marked.</summary>
    public static IHtmlContent Snippet(Snippet snippet)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var from = 0;
        foreach (var hit in snippet.Hits.OrderBy(hit => hit.Start))
        {
            var start = Math.Clamp(hit.Start, from, snippet.Text.Length);
            var end = Math.Clamp(hit.End, start, snippet.Text.Length);
            runs.Add(new TextRun(snippet.Text[from..start]));
            runs.Add(new TextRun(snippet.Text[start..end], Hit: true));
            from = end;
        }
        runs.Add(new TextRun(snippet.Text[from..]));
        return Line(runs.DrainToImmutable());
    }

    private static void Add(StringBuilder html, ImmutableArray<TextRun> runs)
    {
        foreach (var run in runs)
        {
            if (run.Text.Length == 0)
            {
                continue;
            }
            var text = HtmlEncoder.Default.Encode(run.Text);
            var squiggle = run.Squiggle;
            var words = (squiggle, run.Mark) switch
            {
                ("", false) => "",
                ("", true) => "ctl",
                (_, false) => squiggle,
                _ => $"ctl {squiggle}",
            };
            var open =
                run.Hit ? "<mark>"
                : words.Length > 0 ? $"<span class=\"{words}\">"
                : "";
            html.Append(open)
                .Append(text)
                .Append(
                    run.Hit ? "</mark>"
                    : words.Length > 0 ? "</span>"
                    : ""
                );
        }
    }
}
