using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Registry, people: who may read what. The administrator changes it, never for himself.</summary>
public sealed class RegistryPeopleModel(People people, Registry registry, TimeProvider clock) : RegistryPage
{
    /// <summary>What the form for a new person begins with.</summary>
    public static Person NewPerson { get; } = new("", Level.Unclassified, null, Roles.Reader | Roles.Sender, DateTimeOffset.UnixEpoch);

    /// <summary>Everyone.</summary>
    public IReadOnlyList<Person> Everyone { get; private set; } = [];

    /// <summary>The person looked at, or null.</summary>
    public Person? Chosen { get; private set; }

    /// <summary>What he could read.</summary>
    public IReadOnlyList<RightsLine> CouldRead { get; private set; } = [];

    /// <summary>True after a change.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Shows them.</summary>
    public IActionResult OnGet(string? name, string? saved)
    {
        if (!KeepsPeople && !IsSecurityOfficer)
        {
            return NotHere();
        }
        IsSaved = saved is not null;
        return Shown(name);
    }

    /// <summary>Adds a person.</summary>
    public IActionResult OnPostAdd(string? name, string? password, PersonForm typed)
    {
        if (!KeepsPeople)
        {
            return NotHere();
        }
        var person = new Person((name ?? "").Trim(), Level.Unclassified, null, Roles.None, clock.GetUtcNow());
        Refusal = typed.Apply(person, Me.Name, out var filled) ?? people.Add(filled, password ?? "", Me.Name);
        return Refusal is null ? SeeOther(Address(filled.Name)) : Shown(null);
    }

    /// <summary>Changes a person.</summary>
    public IActionResult OnPostChange(string? name, PersonForm typed)
    {
        if (!KeepsPeople || name is null || people.Find(name) is not { } person)
        {
            return NotHere();
        }
        Refusal = person.Name.Equals(Me.Name, StringComparison.OrdinalIgnoreCase)
            ? Texts.NotYourself
            : typed.Apply(person, Me.Name, out var changed) ?? people.Change(person.Name, _ => changed, Me.Name);
        return Refusal is null ? SeeOther(Address(person.Name)) : Shown(person.Name);
    }

    private IActionResult Shown(string? name)
    {
        Everyone = people.List();
        Chosen = name is null ? null : people.Find(name);
        CouldRead = Chosen is null ? [] : registry.CouldRead(Me, Chosen.Name);
        Frame = new Frame { Title = Texts.Registry, Screen = "registry" };
        return Page();
    }

    private static string Address(string name) => $"/registry/people?name={Uri.EscapeDataString(name)}&saved";
}
