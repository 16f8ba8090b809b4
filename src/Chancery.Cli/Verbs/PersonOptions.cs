using System.CommandLine;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary>The options that say what a person is, and what they make of him: for adding and for changing.</summary>
internal sealed class PersonOptions
{
    public Option<string?> Level { get; } = SharedOptions.Level("--level", "The clearance (default UNCLASSIFIED).");

    public Option<string?> Nationality { get; } =
        new("--nationality") { Description = "The country, for caveats: two letters or three; 'none' for none.", HelpName = "C" };

    public Option<string[]> Roles { get; } =
        new("--role")
        {
            Description = $"What the person may do; may be repeated (default reader and sender): {string.Join(", ", RoleNames.All)}.",
            HelpName = "R",
        };

    public Option<string[]> Offices { get; } =
        new("--office") { Description = "An office or group the person belongs to; may be repeated.", HelpName = "O" };

    public Option<string[]> Accesses { get; } =
        new("--access")
        {
            Description = "A caption role or special access, as NODIS or NODIS:2027-01-31 with its last day; may be repeated.",
            HelpName = "A",
        };

    public Option<bool> Disable { get; } = new("--disable") { Description = "The person signs in no more; what he is stays." };

    public Option<bool> Enable { get; } = new("--enable") { Description = "The person may sign in again." };

    public PersonOptions()
    {
        Roles.Validators.Add(result =>
        {
            foreach (var given in result.Tokens.Select(token => token.Value).Where(given => !RoleNames.TryParse(given, out _)))
            {
                var near = NearestWord.Of(given, RoleNames.All) is { } word
                    ? $"; did you mean '{word}'?"
                    : $"; the roles are {string.Join(", ", RoleNames.All)}.";
                result.AddError($"'{given}' is no role{near}");
            }
        });
        Accesses.Validators.Add(result =>
        {
            foreach (var given in result.Tokens.Select(token => token.Value).Where(given => PersonWords.Grant(given, "") is null))
            {
                result.AddError($"'{given}' is no access: write NODIS, or NODIS:2027-01-31 with its last day.");
            }
        });
    }

    /// <summary>The person with what was given in the place of what he had; what was not given stays.</summary>
    public Person Apply(ParseResult parsed, Person person, string by)
    {
        if (parsed.GetValue(Level) is { } mark && Levels.TryParse(mark, out var level))
        {
            person = person with { Level = level };
        }
        if (parsed.GetValue(Nationality) is { } nationality)
        {
            person = person with { Nationality = PersonWords.Nationality(nationality) };
        }
        if (parsed.GetValue(Roles) is { Length: > 0 } roles)
        {
            person = person with { Roles = PersonWords.Roles(roles) };
        }
        if (parsed.GetValue(Offices) is { Length: > 0 } offices)
        {
            person = person with { Offices = [.. offices.Where(office => office != "none")] };
        }
        if (parsed.GetValue(Accesses) is { Length: > 0 } accesses)
        {
            person = person with
            {
                Grants = [.. accesses.Where(access => access != "none").Select(access => PersonWords.Grant(access, by)!)],
            };
        }
        return parsed.GetValue(Disable) ? person with { IsDisabled = true }
            : parsed.GetValue(Enable) ? person with { IsDisabled = false }
            : person;
    }
}
