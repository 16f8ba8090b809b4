using System.CommandLine;
using System.Security.Cryptography;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery user import</c>: people from a CSV file.</summary>
internal static class UserImportVerb
{
    private const int PasswordBytes = 18;

    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "CSV with a heading: name, level, nationality, roles, offices, accesses." };
        var store = SharedOptions.Store();
        var verb = new Verb("import", "Add or change people from a CSV file; prints name and first password of each who is new.")
        {
            file,
            store,
        };
        verb.Examples = [("chancery user import people.csv > passwords", "lists inside a field are parted by semicolons")];
        verb.Exits = ", 3 the file could not be read";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var read = PeopleList.Read(TextFile.Read(parsed.GetValue(file)!), Reader.Owner.Name, terminal.Clock.GetUtcNow(), out var fault);
            if (fault is not null)
            {
                throw new RefusalException(ExitCodes.NotReached, fault);
            }
            var people = door.OpenPeople(parsed);
            var (added, changed) = (0, 0);
            foreach (var person in read)
            {
                if (people.Find(person.Name) is not null)
                {
                    people.Change(person.Name, _ => person);
                    changed++;
                    continue;
                }
                var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(PasswordBytes));
                if (people.Add(person, password) is { } refusal)
                {
                    throw new RefusalException(ExitCodes.Refused, refusal);
                }
                terminal.Print($"{person.Name} {password}\n");
                added++;
            }
            terminal.Say($"{Counts.Of(added, "person", "people")} added, {Counts.Of(changed, "person", "people")} changed.");
            return ExitCodes.Done;
        });
        return verb;
    }
}
