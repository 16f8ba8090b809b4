using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Chancery.Architecture.Tests;

public sealed class RoomsTests
{
    public static TheoryData<string> Names => [.. Rooms.MayKnow.Keys];

    [Fact]
    public void Every_project_under_src_is_a_known_room()
    {
        var projects = Sources.Projects("src").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Rooms.MayKnow.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_project_refers_only_to_rooms_it_may_know(string room)
    {
        var referred = Sources
            .Project(room)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(referred.Except(Rooms.MayKnow[room]));
    }

    // A project also sees what its references refer to, so the compiled types are asked as well.
    [Theory, MemberData(nameof(Names))]
    public void A_type_depends_only_on_rooms_it_may_know(string room)
    {
        var forbidden = Rooms.MayKnow.Keys.Except(Rooms.MayKnow[room]).Where(other => other != room).Select(Rooms.Assembly).ToArray();
        if (forbidden.Length == 0)
        {
            return;
        }

        var others = Types().That().ResideInAssembly(forbidden[0], forbidden[1..]);
        AssertHolds(
            Types().That().ResideInAssembly(Rooms.Assembly(room)).Should().NotDependOnAny(others).WithoutRequiringPositiveResults()
        );
    }

    [Fact]
    public void The_message_library_knows_nothing_but_the_base_class_library()
    {
        var references = Rooms.Assembly("Chancery.Messages").GetReferencedAssemblies().Select(name => name.Name!);
        var packages = Sources.Project("Chancery.Messages").Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value);

        Assert.Empty(references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
        Assert.Empty(packages);
    }

    // Names that differ only in case break publishing: the tool is "chancery".
    [Fact]
    public void No_assembly_but_the_tool_is_called_chancery()
    {
        var projects = new[] { "src", "tests", "bench" }.SelectMany(Sources.Projects);
        var called = projects
            .Select(path => (path, name: Loaded(path)))
            .Where(project => string.Equals(project.name, "chancery", StringComparison.OrdinalIgnoreCase))
            .Select(project => Path.GetFileName(project.path));

        Assert.Equal(["Chancery.Cli.csproj"], called);

        static string Loaded(string path) =>
            System.Xml.Linq.XDocument.Load(path).Descendants("AssemblyName").FirstOrDefault()?.Value
            ?? Path.GetFileNameWithoutExtension(path);
    }

    [Fact]
    public void No_type_is_named_for_nothing()
    {
        const string Empty = "(Manager|Helper|Util|Utility|Utilities|Service)s?$";

        AssertHolds(Types().Should().NotHaveNameMatching(Empty));
    }

    private static void AssertHolds(IArchRule rule) =>
        Assert.Empty(rule.Evaluate(Rooms.Built).Where(result => !result.Passed).Select(result => result.Description));
}
