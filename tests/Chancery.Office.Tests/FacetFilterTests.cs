namespace Chancery.Office.Tests;

public sealed class FacetFilterTests
{
    private static readonly string[] Levels = ["SECRET", "CONFIDENTIAL", "UNCLASSIFIED"];

    [Theory]
    [InlineData("trucks", "SECRET", "trucks level:secret")]
    [InlineData("trucks level:secret", "SECRET", "trucks")]
    [InlineData("trucks level:secret radios", "CONFIDENTIAL", "trucks radios (level:secret OR level:confidential)")]
    [InlineData("trucks (level:secret OR level:confidential)", "SECRET", "trucks level:confidential")]
    [InlineData(
        "trucks (level:secret OR level:confidential)",
        "UNCLASSIFIED",
        "trucks (level:secret OR level:confidential OR level:unclassified)"
    )]
    [InlineData("trucks level:secretary", "SECRET", "trucks level:secretary level:secret")]
    public void A_value_is_put_in_or_taken_out_and_several_are_alternatives(string query, string value, string expected) =>
        Assert.Equal(expected, FacetFilter.Toggle(query, FacetKind.Level, value, Levels));

    [Theory]
    [InlineData(FacetKind.From, "LEGATION NORTHPORT", "from:\"LEGATION NORTHPORT\"")]
    [InlineData(FacetKind.Tag, "MASS", "tag:mass")]
    [InlineData(FacetKind.Office, "EUR/RUS", "office:\"EUR/RUS\"")]
    public void A_value_is_asked_for_as_people_type_it(FacetKind kind, string value, string asked)
    {
        Assert.Equal(asked, FacetFields.Ask(kind, value));
        Assert.NotNull(SearchLanguage.Parse(asked, new DateOnly(2026, 3, 15)).Query);
    }
}
