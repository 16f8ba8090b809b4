using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery office add</c> and <c>member</c>: what an office gets, and who is in it.</summary>
internal static class OfficeChangeVerbs
{
    private static readonly string[] Steps = [.. Enum.GetNames<DistributionStep>().Select(name => name.ToLowerInvariant())];

    public static Verb Add(Terminal terminal)
    {
        var office = new Argument<string>("OFFICE") { Description = "The office." };
        var step = SharedOptions.OneOf("--step", "What decides", Steps);
        step.Required = true;
        var key = new Option<string?>("--key")
        {
            Description = "The caption, office word, TAGS joined by +, subject words or sender; none for duty.",
            HelpName = "WORDS",
        };
        var info = new Option<bool>("--info") { Description = "A copy for information; else the office acts." };
        var store = SharedOptions.Store();
        var verb = new Verb("add", "Add a row to distribution.csv by which an office gets copies; it holds from the next start on.")
        {
            office,
            step,
            key,
            info,
            store,
        };
        verb.Examples =
        [
            ("chancery office add ECON --step tags --key ETRD", "acts on messages with the TAGS ETRD"),
            ("chancery office add RSO --step subject --key SECURITY --info", "a copy of what has that word in its subject"),
            ("chancery office add DUTY --step duty", "acts on what nothing else fits"),
        ];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var folder = new StoreFolder(door.Folder(parsed));
            folder.Make();
            var name = parsed.GetValue(office)!.ToUpperInvariant();
            var row = parsed.GetValue(info)
                ? $"{parsed.GetValue(step)};{parsed.GetValue(key)};;{name};100"
                : $"{parsed.GetValue(step)};{parsed.GetValue(key)};{name};;100";
            List<string> warnings = [];
            if (
                DistributionTable.Parse(row, folder.Distribution, warnings).Rows is not [var added]
                || !added.Info.Prepend(added.Action).Contains(name)
            )
            {
                throw new RefusalException(
                    ExitCodes.WrongUsage,
                    $"That makes no row: --key is needed for every step but duty, and OFFICE is one word without ';'."
                );
            }
            var before = File.Exists(folder.Distribution) ? File.ReadAllText(folder.Distribution) : "step;key;action;info;priority\n";
            File.WriteAllText(folder.Distribution + ".part", $"{before}{(before.EndsWith('\n') ? "" : "\n")}{row}\n");
            File.Move(folder.Distribution + ".part", folder.Distribution, overwrite: true);
            terminal.Say($"{folder.Distribution} names {name}: it holds from the next start of the server on.");
            return ExitCodes.Done;
        });
        return verb;
    }

    public static Verb Member(Terminal terminal)
    {
        var office = new Argument<string>("OFFICE") { Description = "The office." };
        var names = new Argument<string[]>("PERSON")
        {
            Description = "Who is in it; nobody named shows who is.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.Validators.Add(SharedOptions.NoOptions);
        var remove = new Option<bool>("--remove") { Description = "Takes them out." };
        var store = SharedOptions.Store();
        var verb = new Verb("member", "Show, add or remove the members of an office; in force at once.") { office, names, remove, store };
        verb.Examples =
        [
            ("chancery office member ECON", "who is in it"),
            ("chancery office member ECON ada grace", "two more"),
            ("chancery office member ECON ada --remove", "one less"),
        ];
        verb.Exits = ", 1 no such person";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var people = door.OpenPeople(parsed);
            var name = parsed.GetValue(office)!.ToUpperInvariant();
            if (!door.Settings(parsed).Distribution.Offices.Contains(name))
            {
                terminal.Say($"No row of distribution.csv names {name}: it gets nothing until one does ('chancery office add').");
            }
            var given = parsed.GetValue(names) ?? [];
            var code = ExitCodes.Done;
            foreach (var who in given)
            {
                var refusal = people.Change(
                    who,
                    person =>
                    {
                        var others = person.Offices.Remove(name);
                        return person with
                        {
                            Offices = parsed.GetValue(remove) ? others : [.. others.Add(name).Order(StringComparer.Ordinal)],
                        };
                    },
                    Reader.Owner.Name
                );
                if (refusal is not null)
                {
                    terminal.Say(refusal);
                    code = ExitCodes.NotClean;
                }
            }
            foreach (var person in people.List().Where(person => person.Offices.Contains(name)))
            {
                terminal.Print($"{person.Name}\n");
            }
            return code;
        });
        return verb;
    }
}
