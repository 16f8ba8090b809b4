using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Office.Tests;

public sealed class PeopleTests
{
    private const string Password = "exercise horse battery";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly People people;
    private int hashes;

    public PeopleTests()
    {
        people = new People(new PeopleInMemory(), RightsSettings.Default, clock, RandomNumberGenerator.Create(), Derive);
        Assert.Null(people.Add(new Person("Op", Level.Secret, null, Roles.Reader | Roles.Sender, clock.GetUtcNow()), Password));
        hashes = 0;
    }

    [Theory]
    [InlineData("op", "wrong password")]
    [InlineData("nobody", "wrong password")]
    [InlineData("nobody", "")]
    public void An_unknown_name_and_a_wrong_password_are_refused_alike_at_the_same_cost(string name, string password)
    {
        var answer = people.SignIn(name, password, "10.0.0.1");
        Assert.Equal(new SignInAnswer(null, null, "Name or password is wrong: try again."), answer);
        Assert.Equal(1, hashes);
    }

    [Fact]
    public void Who_waits_costs_the_same_and_is_refused_even_with_the_right_password()
    {
        for (var i = 0; i < People.FailuresAllowed; i++)
        {
            people.SignIn("op", "wrong password", "10.0.0.1");
        }
        hashes = 0;
        Assert.Null(people.SignIn("op", Password, "10.0.0.1").Session);
        Assert.Equal(1, hashes);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(people.SignIn("op", Password, "10.0.0.1").Session);
    }

    [Fact]
    public void Failures_from_one_address_lock_nobody_out_at_another()
    {
        for (var i = 0; i < 50; i++)
        {
            people.SignIn("OP", "wrong password", "10.0.0.1");
        }
        Assert.NotNull(people.SignIn("op", Password, "10.0.0.2").Session);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void A_session_ends_after_half_an_hour_without_use(int minutes, bool there)
    {
        var token = people.SignIn("op", Password, "a").Token!;
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(there, people.Resume(token) is not null);
    }

    [Fact]
    public void A_session_in_use_ends_after_twelve_hours()
    {
        var token = people.SignIn("op", Password, "a").Token!;
        for (var minutes = 20; minutes < 720; minutes += 20)
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(people.Resume(token));
        }
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(people.Resume(token));
    }

    [Fact]
    public void Looking_at_a_session_does_not_keep_it_awake()
    {
        var token = people.SignIn("op", Password, "a").Token!;
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull(people.Resume(token, touch: false));
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(people.Resume(token));
    }

    [Fact]
    public void Who_signs_out_or_is_removed_is_out()
    {
        var token = people.SignIn("op", Password, "a").Token!;
        people.SignOut(token);
        Assert.Null(people.Resume(token));

        var other = people.SignIn("op", Password, "a").Token!;
        var bearer = people.NewToken("OP")!;
        Assert.Equal("Op", people.ByToken(bearer)!.Name);
        Assert.True(people.Remove("oP"));
        Assert.Null(people.Resume(other));
        Assert.Null(people.ByToken(bearer));
        Assert.Null(people.NewToken("op"));
    }

    [Theory]
    [InlineData("op", Password, "already")]
    [InlineData("", Password, "1 to 64")]
    [InlineData("two words", Password, "1 to 64")]
    [InlineData("new", "short", "at least")]
    public void Who_cannot_be_added_is_told_why(string name, string password, string told) =>
        Assert.Contains(
            told,
            people.Add(new Person(name, Level.Unclassified, null, Roles.Reader, clock.GetUtcNow()), password),
            StringComparison.Ordinal
        );

    [Fact]
    public void Passwords_are_hashed_with_a_salt_of_their_own_at_todays_cost()
    {
        var store = new PeopleInMemory();
        var real = new People(store, RightsSettings.Default, clock, RandomNumberGenerator.Create());
        real.Add(new Person("a", Level.Secret, null, Roles.Reader, clock.GetUtcNow()), Password);
        real.Add(new Person("b", Level.Secret, null, Roles.Reader, clock.GetUtcNow()), Password);
        var (a, b) = (store.Find("a")!.Password, store.Find("b")!.Password);
        Assert.NotEqual(a.Hash.AsSpan().ToArray(), b.Hash.AsSpan().ToArray());
        Assert.True(a.Iterations >= 210_000);
        Assert.NotNull(real.SignIn("a", Password, "x").Session);
    }

    private byte[] Derive(string password, PasswordHash hash)
    {
        hashes++;
        return SHA256.HashData([.. hash.Salt, .. System.Text.Encoding.UTF8.GetBytes(password)]);
    }
}
