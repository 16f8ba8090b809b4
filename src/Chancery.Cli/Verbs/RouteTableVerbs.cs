using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery route import</c> and <c>export</c>: routes and addressees as CSV, whole or not at all.</summary>
internal static class RouteTableVerbs
{
    public static Verb Import(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A table that begins with prefix;way or with name;ri." };
        var store = SharedOptions.Store();
        var verb = new Verb("import", "Put a table of routes, or of addressees, in force from the next start on; its heading tells which.")
        {
            file,
            store,
        };
        verb.Examples =
        [
            ("chancery route import routes.csv", RouteRows.Heading),
            ("chancery route import addressees.csv", AddresseeDirectory.Heading),
        ];
        verb.Exits = ", 1 a row cannot be used: nothing of the file was taken";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var text = TextFile.Read(path);
            var folder = new StoreFolder(door.Folder(parsed));
            folder.Make();
            var (target, rows, warnings) = Read(text, path, folder, door.Settings(parsed));
            if (warnings.Count > 0)
            {
                warnings.ForEach(terminal.Say);
                terminal.Say("Nothing of the file was taken: mend these rows.");
                return ExitCodes.NotClean;
            }
            // Beside it first: a table is there whole or as it was.
            File.WriteAllText(target + ".part", text);
            File.Move(target + ".part", target, overwrite: true);
            terminal.Say($"{target} has {Counts.Of(rows, "row")}: it holds from the next start of the server on.");
            return ExitCodes.Done;
        });
        return verb;
    }

    public static Verb Export(Terminal terminal)
    {
        var what = new Argument<string>("TABLE") { Description = "routes or addressees." };
        what.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("routes" or "addressees"))
            {
                result.AddError($"'{token.Value}' is no table: routes or addressees.");
            }
        });
        var store = SharedOptions.Store();
        var verb = new Verb("export", "Print a table as it can be imported.") { what, store };
        verb.Examples = [("chancery route export addressees > addressees.csv", "to mend it and import it again")];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var folder = new StoreFolder(door.Folder(parsed));
            var (file, heading) =
                parsed.GetValue(what) == "routes" ? (folder.Routes, RouteRows.Heading) : (folder.Addressees, AddresseeDirectory.Heading);
            terminal.Print(File.Exists(file) ? TextFile.Read(file) : heading + "\n");
            return ExitCodes.Done;
        });
        return verb;
    }

    private static (string Target, int Rows, List<string> Warnings) Read(
        string text,
        string path,
        StoreFolder folder,
        OfficeSettings settings
    )
    {
        List<string> warnings = [];
        var heading = text.TrimStart('\uFEFF').TrimStart();
        if (heading.StartsWith("prefix;", StringComparison.Ordinal))
        {
            return (folder.Routes, RouteRows.Parse(text, path, settings, warnings).Length, warnings);
        }
        return heading.StartsWith("name;", StringComparison.Ordinal)
            ? (folder.Addressees, AddresseeDirectory.Parse(text, path, warnings).Entries.Length, warnings)
            : throw new RefusalException(
                ExitCodes.WrongUsage,
                $"{path} begins with neither {RouteRows.Heading} nor {AddresseeDirectory.Heading}: its first line must tell which table it is."
            );
    }
}
