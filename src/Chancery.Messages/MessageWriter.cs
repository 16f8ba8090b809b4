using System.Globalization;
using Chancery.Messages.Writing;

namespace Chancery.Messages;

/// <summary>
/// Writes messages as bytes in the form of a profile, and proves each by reading it: what is given out reads as the message it was made from.
/// Thread-safe.
/// </summary>
/// <remarks>
/// An unchanged read message is its own bytes. A changed heading is set anew and the text goes on in its own words; a changed text is set from its
/// fields. Format line 1 is left to the circuit.
/// </remarks>
public sealed class MessageWriter(WriterOptions options)
{
    private readonly MessageReader reader = new(
        options.Reading with
        {
            Outgoing = true,
            Live = false,
            // The circuit puts format line 1 before each transmission it sends.
            Suppressed = options.Reading.Suppressed.Add("TX-101"),
        }
    );

    /// <summary>A writer with <see cref="WriterOptions.Default"/>.</summary>
    public MessageWriter()
        : this(WriterOptions.Default) { }

    /// <summary>The options of this writer.</summary>
    public WriterOptions Options { get; } = options;

    /// <summary>Writes a message in its own profile.</summary>
    public WrittenMessage Write(Message message) => Write(message, message.Profile);

    /// <summary>Writes a message in a profile, converting where it has another; never throws on what a message holds.</summary>
    public WrittenMessage Write(Message message, Profile profile)
    {
        var keyboard = Keyboard.Of(profile);
        var original = message.Raw.IsEmpty ? null : reader.Read(message.Raw);
        var isOwnText = original is not null && FieldDifferences.OfText(message, original, keyboard).Count == 0;
        if (isOwnText && profile == message.Profile && FieldDifferences.OfHeading(message, original!, keyboard).Count == 0)
        {
            return new WrittenMessage([original!], [], []);
        }
        var change = new ProfileChange(message, profile, Options);
        var fitted = change.Fit();
        if (change.Refusals.Count > 0)
        {
            return WrittenMessage.Refused(change.Refusals);
        }
        if (!isOwnText && fitted.Transmission is { GroupCount: not null } or { Ending.Corrections.IsEmpty: false })
        {
            // They count and mend the words that were there.
            fitted = fitted with
            {
                Transmission = fitted.Transmission with
                {
                    GroupCount = null,
                    Ending = fitted.Transmission.Ending with { Corrections = [] },
                },
            };
            change.Lost.Add("The group count and the corrections of the text that was changed stay out.");
        }
        var composed = Compose(message, keyboard);
        var sheet = isOwnText ? PlainWords.Copy(message, composed, keyboard) : composed;
        var written = Send(fitted, sheet, isOwnText, change.Lost);
        var missing = sheet.Missing.Union(change.Missing).ToList();
        return missing.Count == 0
            ? written
            : WrittenMessage.Refused(
                missing.Select(code => string.Create(CultureInfo.InvariantCulture, $"No circuit types character U+{code:X4}."))
            );
    }

    /// <summary>The whole text in one transmission without pages, as it is set from fields: what the builder reads to know its message.</summary>
    internal static byte[] WriteWhole(Message fitted)
    {
        var keyboard = Keyboard.Of(fitted.Profile);
        var sheet = Compose(fitted, keyboard);
        var lines = new SectionCuts(sheet, 0, 0).Lines(fitted.Section, 0, sheet.Body.Count);
        var unpaged = fitted with { Transmission = Transmission.None with { Ending = fitted.Transmission.Ending } };
        return PageLayout.Lay(unpaged, HeadingLines.Procedure(fitted), Headed(fitted, lines, out var hasBreaks), hasBreaks, LineEnd.Lf);
    }

    private static TextSheet Compose(Message message, Keyboard keyboard) =>
        message.Family switch
        {
            TextFamily.State2000 => StateText.Set(message, keyboard),
            TextFamily.NavalSet or TextFamily.NavalPlain => NavalText.Set(message, keyboard),
            _ => PlainWords.Set(message, keyboard),
        };

    /// <summary>Address lines, BT and text: what pages are counted over.</summary>
    private static List<SheetLine> Headed(Message message, List<SheetLine> text, out bool hasBreaks)
    {
        var lines = HeadingLines.Address(message).ConvertAll(line => new SheetLine(line, LineStart.Page));
        hasBreaks = lines.Count > 0 || message.Profile != Profile.Reading;
        if (hasBreaks)
        {
            lines.Add(new SheetLine("BT", LineStart.Page));
        }
        lines.AddRange(text);
        return lines;
    }

    private WrittenMessage Send(Message fitted, TextSheet sheet, bool isCopy, List<string> lost)
    {
        var address = HeadingLines.Address(fitted);
        if (HeadingLines.Procedure(fitted).Concat(address).FirstOrDefault(line => line.Length > TextSheet.Width) is { } wide)
        {
            return WrittenMessage.Refused([$"A line of the heading is longer than 69 characters: {wide}"]);
        }
        var sections = new SectionCuts(
            sheet,
            address.Count + 1,
            PageLayout.HasPages(fitted) ? Math.Max(1, Options.TextPages) : int.MaxValue / (2 * PageLayout.PageLines)
        );
        // What is a section already has its length from who cut it.
        var cuts = fitted.Section is null ? sections.Cut() : [(0, sheet.Body.Count)];
        if (Unsendable(sheet, cuts.Count) is { } refusal)
        {
            return WrittenMessage.Refused([refusal]);
        }
        if (isCopy && sheet.IsRetyped)
        {
            lost.Add("Letters became capitals, signs that the circuit does not type became words or other signs.");
        }
        if (isCopy && sheet.IsBroken)
        {
            lost.Add("Lines longer than 69 characters were broken.");
        }
        var transmissions = ImmutableArray.CreateBuilder<Message>(cuts.Count);
        foreach (var (first, end) in cuts)
        {
            var section = cuts.Count == 1 ? null : Part(fitted, transmissions.Count + 1, cuts.Count);
            var sent = section is null ? fitted : InSection(fitted, section);
            var lines = Headed(sent, sections.Lines(section ?? (isCopy ? null : fitted.Section), first, end), out var hasBreaks);
            var bytes = PageLayout.Lay(sent, HeadingLines.Procedure(sent), lines, hasBreaks, Options.LineEnd);
            var proof = reader.ReadAll(bytes);
            var differing = new Proof(sent, proof).Differences(section is not null);
            if (differing.Heading.Count > 0 || (differing.Text.Count > 0 && !isCopy))
            {
                return WrittenMessage.Refused([
                    .. differing.Heading.Concat(differing.Text).Select(field => $"Read again, the {field} would differ."),
                ]);
            }
            lost.AddRange(differing.Text.Select(field => $"Read again, the {field} differs."));
            transmissions.Add(proof[0]);
        }
        return new WrittenMessage(transmissions.DrainToImmutable(), [.. lost], []);
    }

    private static string? Unsendable(TextSheet sheet, int sections) =>
        sections == 0 ? "A paragraph is longer than a section may be; sections are parted at paragraph ends only."
        : sections > 99 ? "The text is longer than 99 sections."
        : sections > 1 && sheet.ClassLine is null
            ? "The text is longer than a section and has no classification line to number sections on."
        : null;

    private static Section Part(Message fitted, int number, int of) =>
        new(number, of, Final: fitted.Profile != Profile.State && number == of);

    /// <summary>
    /// The heading of one section: a State telegram numbers behind one serial, elsewhere each section has the next serial (transmission.md 1.8).
    /// </summary>
    private static Message InSection(Message fitted, Section section)
    {
        var station = fitted.Transmission.Station!;
        if (fitted.Profile == Profile.State || fitted is { Profile: Profile.Acp127Us, Mrn: not null })
        {
            station = station with { Section = section.Number };
        }
        else if (section.Number is > 1 and { } number)
        {
            station = station with { Serial = Later(station.Serial!, number - 1) };
        }
        var ending = fitted.Transmission.Ending;
        return fitted with
        {
            Section = section,
            Transmission = fitted.Transmission with
            {
                Station = station,
                Ending = ending.Serial is null ? ending : ending with { Serial = station.Serial },
            },
        };
    }

    /// <summary>The serial some numbers later, in as many digits and with its letter; behind the highest comes 1.</summary>
    private static string Later(string serial, int steps)
    {
        var letters = serial.Length > 0 && char.IsAsciiLetter(serial[^1]) ? 1 : 0;
        var digits = serial[..^letters];
        var highest = (int)Math.Pow(10, digits.Length) - 1;
        var number = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
        var later = (((number - 1 + steps) % highest) + highest) % highest + 1;
        return later.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0') + serial[^letters..];
    }
}
