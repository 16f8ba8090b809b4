using System.CommandLine;
using System.Text;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Messages.Json;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery user</c>: who may sign in. Works straight on the store, also beside a running server.</summary>
internal static class UserVerbs
{
    private const int LongestPassword = 4096;

    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("user", "Who may sign in and what each may read: add, set, import, list, remove, token.")
        {
            CreateAdd(terminal),
            UserSetVerb.Create(terminal),
            UserImportVerb.Create(terminal),
            CreateList(terminal),
            CreateRemove(terminal),
            CreateToken(terminal),
        };
        verb.Examples =
        [
            ("chancery user add ada --level SECRET", "asks for a password"),
            ("chancery user token ada", "a token for programs"),
            ("chancery user list", "everyone"),
        ];
        return verb;
    }

    private static Verb CreateAdd(Terminal terminal)
    {
        var name = Name("Who is added.");
        var options = new PersonOptions();
        var fromInput = new Option<bool>("--password-stdin") { Description = "Take the first line of standard input as the password." };
        var store = SharedOptions.Store();
        var verb = new Verb("add", "Add a person; asks for a password.")
        {
            name,
            options.Level,
            options.Nationality,
            options.Roles,
            options.Offices,
            options.Accesses,
            fromInput,
            store,
        };
        verb.Examples =
        [
            ("chancery user add ada --level SECRET", "reader and sender"),
            ("chancery user add max --role records-officer --role reader", "with named roles"),
            ("chancery user add bot --password-stdin < secret", "without a terminal"),
        ];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var people = door.OpenPeople(parsed);
            var now = terminal.Clock.GetUtcNow();
            var bare = new Person(parsed.GetValue(name)!, Level.Unclassified, null, Roles.Reader | Roles.Sender, now);
            var person = options.Apply(parsed, bare, Reader.Owner.Name);
            if (people.Add(person, Password(terminal, parsed.GetValue(fromInput))) is { } refusal)
            {
                throw new RefusalException(ExitCodes.Refused, refusal);
            }
            terminal.Say($"{person.Name} may sign in: {person.Level.Name()}, {string.Join(", ", person.Roles.Names())}.");
            return ExitCodes.Done;
        });
        return verb;
    }

    private static Verb CreateList(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var json = SharedOptions.Json("JSON Lines: one object a person.");
        var verb = new Verb("list", "Show everyone who may sign in.") { json, store };
        verb.Examples = [("chancery user list", "everyone")];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var everyone = door.OpenPeople(parsed).List();
            if (everyone.Count == 0)
            {
                terminal.Say("Nobody may sign in yet: 'chancery user add NAME' adds a person.");
            }
            foreach (var person in everyone)
            {
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(
                        terminal,
                        writer =>
                        {
                            writer.WriteStartObject();
                            writer.WriteString("name", person.Name);
                            writer.WriteString("level", person.Level.Name());
                            writer.WriteString("nationality", person.Nationality);
                            writer.WriteStrings("roles", person.Roles.Names());
                            writer.WriteStrings("offices", person.Offices);
                            writer.WriteStrings("accesses", [.. person.Grants.Select(PersonWords.Text)]);
                            writer.WriteString("since", JsonValues.Instant(person.Since));
                            writer.WriteEndObject();
                        }
                    );
                }
                else
                {
                    terminal.Print($"{person.Name, -20} {person.Level.Name(), -14} {person.Nationality, -4} {Words(person)}\n");
                }
            }
            return ExitCodes.Done;
        });
        return verb;
    }

    private static Verb CreateRemove(Terminal terminal)
    {
        var name = Name("Who is removed, with tokens and sessions.");
        var store = SharedOptions.Store();
        var verb = new Verb("remove", "Remove a person.") { name, store };
        verb.Examples = [("chancery user remove ada", "from now on ada may not sign in")];
        verb.Exits = ", 1 no such person";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var who = parsed.GetValue(name)!;
            var removed = door.OpenPeople(parsed).Remove(who);
            terminal.Say(removed ? $"{who} may not sign in any more." : Unknown(who));
            return removed ? ExitCodes.Done : ExitCodes.NotClean;
        });
        return verb;
    }

    private static Verb CreateToken(Terminal terminal)
    {
        var name = Name("For whom.");
        var store = SharedOptions.Store();
        var verb = new Verb("token", "Make a bearer token; it is shown this once.") { name, store };
        verb.Examples = [("export CHANCERY_TOKEN=$(chancery user token ada)", "for later commands")];
        verb.Exits = ", 1 no such person";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var who = parsed.GetValue(name)!;
            if (door.OpenPeople(parsed).NewToken(who) is not { } token)
            {
                terminal.Say(Unknown(who));
                return ExitCodes.NotClean;
            }
            terminal.Print(token + "\n");
            return ExitCodes.Done;
        });
        return verb;
    }

    private static Argument<string> Name(string description) => new("NAME") { Description = description };

    private static string Words(Person person) =>
        string.Join(
            ", ",
            [
                .. person.Roles.Names(),
                .. person.Offices.Select(office => $"in {office}"),
                .. person.Grants.Select(grant => $"holds {PersonWords.Text(grant)}"),
            ]
        );

    private static string Unknown(string name) =>
        $"There is nobody called {MessageSheet.Clean(name)}: 'chancery user list' shows everyone.";

    private static string Password(Terminal terminal, bool fromInput)
    {
        if (fromInput)
        {
            using var reader = new StreamReader(terminal.OpenInput(), Encoding.UTF8);
            var line = reader.ReadLine() ?? "";
            return line.Length is > 0 and <= LongestPassword
                ? line
                : throw new RefusalException(ExitCodes.WrongUsage, "Standard input holds no password: its first line is taken.");
        }
        if (!terminal.InIsTerminal || !terminal.ErrorIsTerminal)
        {
            throw new RefusalException(ExitCodes.WrongUsage, "There is no terminal to ask for the password on: use --password-stdin.");
        }
        var password = Ask(terminal, "Password: ");
        return password == Ask(terminal, "Again: ")
            ? password
            : throw new RefusalException(ExitCodes.WrongUsage, "The two passwords differ: run it again.");
    }

    /// <summary>Reads a line without showing it.</summary>
    private static string Ask(Terminal terminal, string prompt)
    {
        terminal.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
