namespace Chancery.Exercise;

/// <summary>Somebody who may sign in to the demo.</summary>
/// <param name="Name">The sign-in name.</param>
/// <param name="Password">The password; it protects nothing but invented traffic.</param>
/// <param name="Level">The clearance.</param>
/// <param name="Roles">Roles by their names in the design, such as <c>reader</c> and <c>records officer</c>.</param>
/// <param name="Duty">What this person does, for the list that the demo prints.</param>
public sealed record DemoPerson(string Name, string Password, Level Level, ImmutableArray<string> Roles, string Duty);
