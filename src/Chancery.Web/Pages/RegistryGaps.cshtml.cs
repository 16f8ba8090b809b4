using System.Globalization;
using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Registry, gaps: which numbers of posts are not on file for who asks.</summary>
public sealed class RegistryGapsModel(Series series) : RegistryPage
{
    /// <summary>So many gaps are listed; the command and the API give all.</summary>
    private const int Most = 1000;

    /// <summary>The post, as typed.</summary>
    public string Post { get; private set; } = "";

    /// <summary>The year, as typed.</summary>
    public string Year { get; private set; } = "";

    /// <summary>The series found.</summary>
    public IReadOnlyList<NumberSeries> Series { get; private set; } = [];

    /// <summary>The gaps of the series, where a post was named.</summary>
    public IReadOnlyList<NumberGap> Gaps { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public IActionResult OnGet(string? post, string? year)
    {
        if (!KeepsRecords)
        {
            return NotHere();
        }
        (Post, Year) = (post?.Trim() ?? "", year?.Trim() ?? "");
        int? of = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        Series = series.Of(Me, Post.Length == 0 ? null : Post, of);
        Gaps = Post.Length == 0 ? [] : [.. Series.SelectMany(one => one.Gaps).Take(Most)];
        Frame = new Frame { Title = Texts.Registry, Screen = "registry" };
        return Page();
    }
}
