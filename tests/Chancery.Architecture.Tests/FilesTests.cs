using System.Text.RegularExpressions;

namespace Chancery.Architecture.Tests;

public sealed partial class FilesTests
{
    private const int MostLines = 400;

    [Fact]
    public void Every_source_file_is_under_400_lines()
    {
        var tooLong = Sources
            .Code()
            .Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(file => file.lines >= MostLines)
            .Select(file => $"{Sources.Relative(file.path)}: {file.lines}");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_source_file_holds_one_public_type()
    {
        var crowded = Sources
            .Code()
            .Select(path => (path, types: PublicTypes(File.ReadAllText(path))))
            .Where(file => file.types.Length > 1)
            .Select(file => $"{Sources.Relative(file.path)}: {string.Join(", ", file.types)}");

        Assert.Empty(crowded);
    }

    [Fact]
    public void There_are_sources_to_look_at() => Assert.NotEmpty(Sources.Code());

    // Namespaces are file-scoped, so a type of the file itself stands at the first column; nested ones do not.
    private static string[] PublicTypes(string text) =>
        [.. PublicType().Matches(text).Select(match => match.Groups["name"].Value).Distinct()];

    [GeneratedRegex(
        @"^public ((sealed|static|abstract|readonly|partial|ref|unsafe) )*"
            + @"((class|struct|record( struct| class)?|interface|enum) (?<name>\w+)|delegate [^(\n]*?(?<name>\w+)(<[^>(]*>)?\()",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PublicType();
}
