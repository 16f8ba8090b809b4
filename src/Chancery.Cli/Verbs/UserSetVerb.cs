using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery user set</c>: changes what a person may read and do; in force at once, also at a running server.</summary>
internal static class UserSetVerb
{
    public static Verb Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Who is changed." };
        var options = new PersonOptions();
        var store = SharedOptions.Store();
        var verb = new Verb("set", "Change a person: what is named takes the place of what was; 'none' empties a list.")
        {
            name,
            options.Level,
            options.Nationality,
            options.Roles,
            options.Offices,
            options.Accesses,
            options.Disable,
            options.Enable,
            store,
        };
        verb.Examples =
        [
            ("chancery user set ada --level CONFIDENTIAL", "from the next answer on"),
            ("chancery user set ada --office POL --office ECON --access NODIS:2027-01-31", "two offices, a caption role with its last day"),
            ("chancery user set ada --access none", "takes all accesses away"),
        ];
        verb.Exits = ", 1 no such person";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var who = parsed.GetValue(name)!;
            var by = Reader.Owner.Name;
            if (door.OpenPeople(parsed).Change(who, person => options.Apply(parsed, person, by), by) is { } refusal)
            {
                terminal.Say(refusal);
                return ExitCodes.NotClean;
            }
            terminal.Say($"{who} was changed; it holds from now on.");
            return ExitCodes.Done;
        });
        return verb;
    }
}
