using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Contract;

/// <summary>Invented messages and the clock and chance that tests hand in.</summary>
public static class Samples
{
    /// <summary>When tests begin.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A clock that stands at <see cref="Start"/>.</summary>
    public static FakeTimeProvider Clock() => new(Start);

    /// <summary>Chance without any: ids then come from the clock alone.</summary>
    public static RandomNumberGenerator NoChance() => new Zeros();

    /// <summary>An exercise telegram of State form.</summary>
    public static byte[] Telegram(
        int number,
        string level = "UNCLAS",
        string words = "TEST TRAFFIC ONLY",
        string caption = "",
        string office = ""
    ) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                VZCZCQQA{number % 1000:000}
                RR RVEHAA
                DE RVEHBB #{number % 10000:0000} 061{number / 60 % 24:00}{number % 60:00}
                ZNR UUUUU ZZH
                R 02{number / 60 % 24:00}{number % 60:00}Z MAR 26
                FM LEGATION NORTHPORT
                TO RVEHAA/MINFOR HOMECITY{(office.Length == 0 ? "" : $"//{office}//")}
                INFO RVEHCC/LEGATION EASTPORT
                BT
                {(level == "UNCLAS" ? level : string.Join(' ', level.ToCharArray()))} NORTHPORT {number:000000}
                {(caption.Length == 0 ? "" : "\n" + caption)}
                E.O. 13526: N/A
                TAGS: MASS, PREL
                SUBJECT: EXERCISE: RETURN NUMBER {number}

                1. {words}. TOKEN K{number}K

                GRANT
                BT
                #{number % 10000:0000}
                NNNN

                """
            )
        );

    /// <summary>An exercise telegram whose lines from the subject on are given.</summary>
    public static byte[] Lines(int number, string classification, string caption, string office, string lines) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                RR RVEHAA
                DE RVEHBB #{number % 10000:0000} 061{number / 60 % 24:00}{number % 60:00}
                R 02{number / 60 % 24:00}{number % 60:00}Z MAR 26
                FM LEGATION NORTHPORT
                TO RVEHAA/MINFOR HOMECITY{(office.Length == 0 ? "" : $"//{office}//")}
                BT
                {classification} NORTHPORT {number:000000}

                {caption}
                E.O. 13526: N/A
                TAGS: MASS, PREL
                {lines}

                GRANT
                BT
                #{number % 10000:0000}
                NNNN

                """
            )
        );

    /// <summary>A message ready for the store.</summary>
    public static NewMessage New(byte[] bytes, Reader? sender = null, string door = "http", string name = "op", bool filing = false)
    {
        var message = new MessageReader().Read(bytes);
        return new NewMessage(
            message,
            [.. SHA256.HashData(bytes)],
            new Origin(door, name),
            sender ?? Person("op", Level.Secret),
            filing,
            Level.Secret
        );
    }

    /// <summary>The scope of a reader with a clearance.</summary>
    public static ReadingScope Scope(Level level, Roles roles = Roles.Reader) => ReadingRights.Scope(Person("reader", level, roles));

    /// <summary>A reader and sender with a clearance.</summary>
    public static Reader Person(string name, Level level, Roles roles = Roles.Reader | Roles.Sender) =>
        new()
        {
            Name = name,
            Level = level,
            Roles = roles,
        };

    private sealed class Zeros : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data) => Array.Clear(data);

        public override void GetBytes(Span<byte> data) => data.Clear();
    }
}
