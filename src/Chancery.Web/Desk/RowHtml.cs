using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Chancery.Web.Desk;

/// <summary>The small parts of lists as HTML, by hand: a hundred rows of nested partial views cost more than everything else on the page.</summary>
public static class RowHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    /// <summary>The box with the letter of a precedence; its name for those who do not see it.</summary>
    public static IHtmlContent Precedence(Precedence? precedence) => new HtmlString(PrecedenceBox(precedence));

    /// <summary>A level as its mark in brackets; its name for those who do not see it.</summary>
    public static IHtmlContent Level(Level level) => new HtmlString(LevelMark(level));

    /// <summary>How many errors and warnings there are; nothing for none.</summary>
    public static IHtmlContent Counts(MessageRow row) => new HtmlString(FindingCounts(row));

    /// <summary>A row of Traffic.</summary>
    public static IHtmlContent Row(ListedRow listed)
    {
        var row = listed.Row;
        var mark = row.Level.Mark();
        var niact = row.Precedence.Action == Messages.Precedence.NiactImmediate ? "<span class=\"m\">NIACT</span>" : "";
        var html = new StringBuilder(1024);
        html.Append($"<li><a class=\"row\" data-row data-open=\"/m/{row.Id}\" data-pane=\"/traffic/pane/{row.Id}\" ");
        html.Append($"data-l=\"{mark}\" data-level=\"{row.Level.Name()}\" href=\"/traffic?at={row.Id}{Encoder.Encode(listed.Page)}\"");
        html.Append(listed.IsCurrent ? " aria-current=\"true\">" : ">");
        html.Append(PrecedenceBox(row.Precedence.Action)).Append(LevelMark(row.Level));
        html.Append($"<span class=\"f\"><b>{Encoder.Encode(RowText.Originator(row))}</b>{niact}");
        html.Append($"<span class=\"m\">{Encoder.Encode(RowText.Number(row) ?? "")}</span>{FindingCounts(row)}</span>");
        html.Append($"<span class=\"t\">{Zulu.Short(row.FiledAt, listed.Now)}</span>");
        html.Append($"<span class=\"s\"><span class=\"lvi lv lv-{mark}\" aria-hidden=\"true\">({mark}) </span>");
        html.Append($"{Encoder.Encode(RowText.Subject(row))}</span>");
        html.Append($"<span class=\"d\">{Encoder.Encode(RowText.Phrase(row) ?? "")}</span></a></li>");
        return new HtmlString(html.ToString());
    }

    private static string PrecedenceBox(Precedence? precedence)
    {
        var letter = precedence is { } known ? known.Letter() : ' ';
        return $"<span class=\"pr pr-{letter}\"><span aria-hidden=\"true\">{letter}</span>"
            + $"<span class=\"vh\">{RowText.PrecedenceName(precedence)} </span></span>";
    }

    private static string LevelMark(Level level) =>
        $"<span class=\"lv lv-{level.Mark()}\"><span aria-hidden=\"true\">({level.Mark()})</span><span class=\"vh\">{level.Name()} </span></span>";

    private static string FindingCounts(MessageRow row)
    {
        var errors = row.Errors > 0 ? $"<span class=\"fe\">{row.Errors} E<span class=\"vh\">rrors</span></span>" : "";
        var warnings = row.Warnings > 0 ? $"<span class=\"fw\">{row.Warnings} W<span class=\"vh\">arnings</span></span>" : "";
        return errors + warnings;
    }
}
